import Contracts
import FoundationEssentials
import Messaging
import Postgres

/// Matches a batch of events against the approved subscriptions and writes a delivery for each match.
struct FanOutEvents: Sendable {
  /// The webhook-id: what repeats of one event at one endpoint share, whatever is replayed or restored.
  static func deliveryId(subscription: UUID, source: String, event: String) -> UUID {
    EventIdentity.uuidV5(namespace: subscription, parts: source, event)
  }

  func callAsFunction(_ events: [CloudEvent], work: UnitOfWork) async throws {
    let filters = try await SubscriptionStore.approvedFilters(on: work.connection)
    guard !filters.isEmpty else { return }
    let matches = FanOutEvents.match(events, filters)
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
      """
      insert into announced_event (id, type, body)
      select * from unnest(\(wanted.map(\.id)), \(wanted.map(\.event.type.rawValue)),
        \(wanted.map { CloudEventCodec.encodeStructured($0.event) }))
      on conflict do nothing
      """,
      DeliveryStore.insert(drafts), EndpointStore.wake(Array(Set(drafts.map(\.endpointId)))),
    ])
  }

  /// Which subscriptions each event goes to. Events that look alike to every filter are matched once.
  static func match(
    _ events: [CloudEvent], _ filters: [UUID: EventFilter]
  ) -> [(event: CloudEvent, subscriptions: [UUID])] {
    var known: [EventFeatures: [UUID]] = [:]
    return events.compactMap { event in
      let features = EventFeatures(event)
      let takers = known[features] ?? filters.filter { $0.value.matches(features) }.map(\.key)
      known[features] = takers
      return takers.isEmpty ? nil : (event, takers)
    }
  }
}
