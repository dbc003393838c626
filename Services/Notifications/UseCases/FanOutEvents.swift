import Contracts
import FoundationEssentials
import Messaging
import Postgres

/// Matches a batch of events against the approved subscriptions and writes a delivery for each match.
struct FanOutEvents: Sendable {
  let book: SubscriptionBook

  /// The webhook-id: what repeats of one event at one endpoint share, whatever is replayed or restored.
  static func deliveryId(subscription: UUID, source: String, event: String) -> UUID {
    EventIdentity.uuidV5(namespace: subscription, parts: source, event)
  }

  func callAsFunction(_ events: [CloudEvent], work: UnitOfWork) async throws {
    let index = try await book.index(on: work.connection)
    guard index.count > 0 else { return }
    let matches = FanOutEvents.match(events, index)
    guard !matches.isEmpty else { return }
    let approved = try await EndpointStore.lockApproved(
      Array(Set(matches.flatMap(\.subscriptions))), on: work.connection)
    var drafts: [DeliveryStore.Draft] = []
    var wanted: [(id: UUID, event: CloudEvent)] = []
    for match in matches {
      let eventId = EventIdentity.cause(source: match.event.source, id: match.event.id)
      let takers = match.subscriptions.filter(approved.contains)
      if !takers.isEmpty { wanted.append((eventId, match.event)) }
      for taker in takers {
        drafts.append(
          .init(
            id: FanOutEvents.deliveryId(subscription: taker, source: match.event.source, event: match.event.id),
            endpointId: taker, eventId: eventId, subject: match.event.subject ?? match.event.id))
      }
    }
    guard !drafts.isEmpty else { return }
    _ = try await work.connection.pipeline([
      AnnouncedEventStore.insert(wanted),
      DeliveryStore.insert(drafts), EndpointStore.wake(Array(Set(drafts.map(\.endpointId)))),
    ])
  }

  /// Which subscriptions each event goes to; events that nobody wants are left out.
  static func match(
    _ events: [CloudEvent], _ index: SubscriptionIndex
  ) -> [(event: CloudEvent, subscriptions: [UUID])] {
    events.compactMap { event in
      let takers = index.subscriptions(for: EventFeatures(event))
      return takers.isEmpty ? nil : (event, takers)
    }
  }
}
