import Contracts
import FoundationEssentials
import Messaging
import Postgres

/// Drafts a broadcast, changes it, lets it go or calls it off.
struct PlanBroadcast: Sendable {
  enum Step: Sendable {
    case change(BroadcastContent)
    case send
    case cancel
  }

  let books: NoticeBooks

  /// A new draft.
  func draft(
    _ content: BroadcastContent, kind: BroadcastKind, region: String, by caller: Caller, work: UnitOfWork
  ) async throws -> Broadcast {
    let id = UUID()
    let broadcast = Broadcast(
      id: id, region: region, kind: kind, content: content, madeBy: caller.subject, updatedAt: work.now)
    guard let made = try await BroadcastStore.insert(broadcast, on: work.connection) else {
      throw StoredValueError(table: "broadcast", id: id.lowercased)
    }
    record("broadcast.drafted", made, by: caller, work: work)
    return made
  }

  /// - Parameter authorise: throws when the caller may not do it, or has not seen the newest version.
  /// - Returns: it as it stands then; nil when there is none of this id.
  func callAsFunction(
    _ step: Step, on id: UUID, by caller: Caller, work: UnitOfWork, authorise: (Broadcast) throws -> Void
  ) async throws -> Broadcast? {
    guard var broadcast = try await BroadcastStore.lock(id, on: work.connection) else { return nil }
    try authorise(broadcast)
    let action: String
    switch step {
    case .change(let content):
      action = "broadcast.changed"
      try broadcast.change(content)
    case .send:
      action = "broadcast.sent"
      try broadcast.send(by: caller.subject, at: work.now)
      guard try await AddresseeStore.count(broadcast.content.segment, on: work.connection) > 0 else {
        throw NoticeError.emptySegment
      }
      SendBroadcast.begin(broadcast, lead: books.current.calendar.meetingLead, work: work)
    case .cancel:
      action = "broadcast.cancelled"
      let wasSent = broadcast.status != .draft
      try broadcast.cancel()
      SendBroadcast.stop(broadcast, tellsRecipients: wasSent, work: work)
    }
    broadcast.version += 1
    broadcast.updatedAt = work.now
    try await BroadcastStore.save(broadcast, on: work.connection)
    record(action, broadcast, by: caller, work: work)
    return broadcast
  }

  private func record(_ action: String, _ broadcast: Broadcast, by caller: Caller, work: UnitOfWork) {
    work.record(
      AuditEntry(actor: caller.subject, action: action, subject: broadcast.id.lowercased, cause: caller.requestId))
  }
}
