import Contracts
import FoundationEssentials
import Messaging
import Postgres

/// Writes down what became of messages and tells it, with the proof.
struct SettleMessages: Sendable {
  /// Tries the next channel when no acknowledgement came; its subject is the message.
  static let escalationTimer = "message.escalation"
  /// Takes a message from staff whose time is over; its subject is the message.
  static let expiryTimer = "message.expiry"

  /// - Parameter lease: under which they were taken; what another worker has taken since is left to it.
  /// - Returns: those that were still ours.
  func callAsFunction(
    _ results: [MessageResult], lease: UUID, policy: MessagePolicy, work: UnitOfWork
  ) async throws -> [MessageResult] {
    var sequences = try await MessageStore.lock(subjects: results.map(\.draft.recordKey), on: work.connection)
    let held = try await MessageStore.held(results.map(\.message.id), lease: lease, on: work.connection)
    let own = results.filter { held.contains($0.message.id) }
    try await settle(own, sequences: &sequences, policy: policy, work: work)
    return own
  }

  /// Settles messages that are locked, with their subjects.
  func settle(
    _ results: [MessageResult], sequences: inout [String: Int64], policy: MessagePolicy, work: UnitOfWork
  ) async throws {
    guard !results.isEmpty else { return }
    for result in results {
      tell(result, sequences: &sequences, work: work)
      wind(result, policy: policy, work: work)
    }
    _ = try await work.connection.pipeline(MessageStore.settle(results) + [MessageStore.count(sequences)])
  }

  private func tell(_ result: MessageResult, sequences: inout [String: Int64], work: UnitOfWork) {
    let draft = result.draft
    for (number, event) in result.events(at: Date()).enumerated() {
      let sequence = sequences[draft.recordKey, default: 0] + 1
      sequences[draft.recordKey] = sequence
      // Position and attempts say which turn it was, so that no two turns give one id.
      let turn = "\(result.course.position).\(result.course.attempts).\(number)"
      work.emit(Announcements.outbound(event, sequence: sequence, cause: draft.cause(of: turn)))
    }
    switch result.end {
    case .delivered, .failed:
      work.record(
        AuditEntry(
          actor: result.attempts.last?.actor ?? "notifications",
          action: result.status == "failed" ? "notification.failed" : "notification.delivered",
          subject: draft.id.lowercased, cause: draft.cause.id))
    case .waiting, .byHand: break
    }
  }

  /// Sets the clocks of a message that is not over: the next channel when it is not acknowledged, the end of its time
  /// while it lies with staff.
  private func wind(_ result: MessageResult, policy: MessagePolicy, work: UnitOfWork) {
    let draft = result.draft
    switch result.end {
    case .delivered where draft.wantsAcknowledgement && result.course.next != nil:
      guard let wait = policy.escalationWait(after: result.course.position) else { return }
      work.schedule(
        DurableTimer(
          kind: SettleMessages.escalationTimer, subject: draft.id.lowercased,
          due: work.now.addingTimeInterval(wait.inSeconds)))
    case .byHand:
      guard let expires = draft.expiresAt else { return }
      work.schedule(DurableTimer(kind: SettleMessages.expiryTimer, subject: draft.id.lowercased, due: expires))
    case .delivered, .failed: work.cancel(timers: [SettleMessages.expiryTimer], of: draft.id.lowercased)
    case .waiting: break
    }
  }
}
