import Contracts
import FoundationEssentials
import Messaging
import Postgres

/// Works one page of a replay off, in one transaction with where it then stands: whoever dies in between, the next goes on
/// there, and a page done twice changes nothing, since every delivery has its id.
struct RunReplay: Sendable {
  /// The most deliveries or records of a page.
  static let page = 500

  /// Puts the next page of given-up deliveries in line.
  func failed(_ replay: Replay, lease: UUID, work: UnitOfWork) async throws -> Replay {
    var replay = replay
    guard try await isOpen(&replay, work) else { return try await save(replay, lease, work) }
    let found = try await DeliveryReplayStore.failed(
      of: replay.endpoint, since: replay.since, until: replay.until, after: replay.progress.ordinal,
      limit: Self.page, on: work.connection)
    replay.examined += Int64(found.count)
    if !found.isEmpty {
      let queued = try await work.connection.execute(
        DeliveryReplayStore.again(found.map(\.id), of: replay.endpoint, statuses: ["exhausted"]))
      replay.queued += Int64(queued)
      try await work.connection.execute(EndpointStore.wake([replay.endpoint]))
    }
    if let last = found.last { replay.progress.ordinal = last.ordinal }
    if found.count < Self.page { finish(&replay) }
    return try await save(replay, lease, work)
  }

  /// Notes which partitions are to be read.
  func begin(
    _ replay: Replay, _ stretches: [String: ReplayProgress.Stretch], lease: UUID, work: UnitOfWork
  ) async throws -> Replay {
    var replay = replay
    replay.progress.stretches = stretches
    if replay.progress.open == nil { finish(&replay) }
    return try await save(replay, lease, work)
  }

  /// Puts in line what a page of a partition holds for the endpoint and it has not got.
  func missing(
    _ replay: Replay, _ page: TopicPages.Page, of name: String, lease: UUID, work: UnitOfWork
  ) async throws -> Replay {
    var replay = replay
    guard try await isOpen(&replay, work) else { return try await save(replay, lease, work) }
    replay.examined += Int64(page.examined)
    replay.progress.stretches?[name]?.next = page.next
    if let filter = try await SubscriptionStore.find(replay.endpoint, on: work.connection)?.filter {
      let wanted = page.events.filter { filter.matches(EventFeatures($0)) }
      replay.queued += Int64(try await queue(wanted, at: replay.endpoint, work))
    }
    if replay.progress.open == nil { finish(&replay) }
    return try await save(replay, lease, work)
  }

  private func queue(_ events: [CloudEvent], at endpoint: UUID, _ work: UnitOfWork) async throws -> Int {
    guard !events.isEmpty else { return 0 }
    let drafts = events.map { event in
      DeliveryStore.Draft(
        id: FanOutEvents.deliveryId(subscription: endpoint, source: event.source, event: event.id),
        endpointId: endpoint, eventId: EventIdentity.cause(source: event.source, id: event.id),
        subject: event.subject ?? event.id)
    }
    let results = try await work.connection.pipeline([
      AnnouncedEventStore.insert(zip(drafts, events).map { ($0.eventId, $1) }),
      DeliveryReplayStore.again(drafts.map(\.id), of: endpoint, statuses: ["exhausted"]),
      DeliveryStore.insert(drafts),
      EndpointStore.wake([endpoint]),
    ])
    return results[1].affectedRows + results[2].affectedRows
  }

  /// Whether the endpoint still takes anything; locks it.
  private func isOpen(_ replay: inout Replay, _ work: UnitOfWork) async throws -> Bool {
    if try await EndpointStore.lockApproved([replay.endpoint], on: work.connection).contains(replay.endpoint) {
      return true
    }
    replay.status = .cancelled
    replay.failure = "endpoint-disabled"
    replay.finishedAt = Date()
    return false
  }

  private func finish(_ replay: inout Replay) {
    replay.status = .finished
    replay.finishedAt = Date()
  }

  /// - Throws: `Overtaken` when it was cancelled or another works at it: the transaction is undone then.
  private func save(_ replay: Replay, _ lease: UUID, _ work: UnitOfWork) async throws -> Replay {
    guard try await ReplayStore.save(replay, lease: lease, on: work.connection) else { throw Overtaken() }
    return replay
  }

  /// The replay is somebody else's, or nobody's any more.
  struct Overtaken: Error {}
}
