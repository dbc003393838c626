import Contracts
import FoundationEssentials
import Messaging
import Postgres

/// Takes an agency's wish to have things sent again; a worker works it off.
struct RequestReplay: Sendable {
  /// So many of an endpoint run at once, at most.
  static let limit = 2

  /// What is asked for.
  struct Wish: Sendable {
    let kind: ReplayKind
    let since: Date
    /// Nil for up to now.
    let until: Date?
  }

  /// How long deliveries are kept, and topics keep their events.
  let reach: Duration

  /// - Throws: `EndpointError.replayTooOld`, `.tooManyReplays`, `.notApproved`.
  func callAsFunction(
    _ wish: Wish, for subscription: AgencySubscription, by caller: Caller, work: UnitOfWork
  ) async throws -> Replay {
    let now = Date()
    guard subscription.status == .approved else { throw EndpointError.notApproved(subscription.status) }
    guard now.timeIntervalSince(wish.since) <= reach.inSeconds else {
      throw EndpointError.replayTooOld(days: Int(reach.inSeconds / 86_400))
    }
    guard try await ReplayStore.running(subscription.id, on: work.connection) < Self.limit else {
      throw EndpointError.tooManyReplays(limit: Self.limit)
    }
    let replay = Replay(
      id: UUID(), entry: 0, endpoint: subscription.id, kind: wish.kind, since: wish.since,
      until: min(wish.until ?? now, now), requestedBy: caller.subject, requestedAt: now)
    guard let made = try await ReplayStore.insert(replay, on: work.connection) else {
      throw StoredValueError(table: "replay", id: replay.id.lowercased)
    }
    var detail = JSONObject()
    detail.set("kind", code: wish.kind)
    detail.set("since", wish.since)
    detail.set("until", replay.until)
    detail.set("endpoint", subscription.id)
    work.record(
      AuditEntry(
        actor: caller.subject, action: "replay.requested", subject: made.id.lowercased, cause: caller.requestId,
        detail: JSON.object(detail).bytes))
    return made
  }
}
