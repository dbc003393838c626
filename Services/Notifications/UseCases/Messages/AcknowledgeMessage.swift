import Contracts
import FoundationEssentials
import Messaging
import Postgres

/// Notes that an addressee said a message came (送达回证), and stops the clock that would try the next channel.
struct AcknowledgeMessage: Sendable {
  /// How it was said, and what proves it.
  struct Note: Sendable {
    let kind: AcknowledgementKind
    /// The number of the signed note and the like; nothing personal.
    var proof: String?
    var proofSha256: String?
  }

  /// - Parameter authorise: throws when the caller may not say so.
  /// - Returns: nil when there is no such message.
  /// - Throws: `MessageError.outOfTurn` for one that is not delivered, or acknowledged already.
  func callAsFunction(
    _ id: UUID, _ note: Note, by caller: Caller, work: UnitOfWork, authorise: (MessageDraft) throws -> Void
  ) async throws -> MessageDraft? {
    let keys = try await MessageStore.recordKeys(of: [id], on: work.connection)
    guard !keys.isEmpty else { return nil }
    var sequences = try await MessageStore.lock(subjects: keys, on: work.connection)
    guard let (row, standing) = try await MessageStore.standing(of: id, on: work.connection) else { return nil }
    try authorise(row.draft)
    guard standing.status == "delivered", !standing.isAcknowledged else {
      throw MessageError.outOfTurn(
        "acknowledged", status: standing.isAcknowledged ? "acknowledged" : standing.status)
    }
    try await write(note, on: row, by: caller.subject, sequences: &sequences, work: work)
    return row.draft
  }

  /// Notes it on a message that is locked, with its subject.
  func write(
    _ note: Note, on row: MessageRow, by actor: String, sequences: inout [String: Int64], work: UnitOfWork
  ) async throws {
    let draft = row.draft
    let sequence = sequences[draft.recordKey, default: 0] + 1
    sequences[draft.recordKey] = sequence
    let event = draft.acknowledged(
      by: note.kind, channel: row.course.channel, proof: note.proof, proofSha256: note.proofSha256, at: Date())
    work.emit(Announcements.outbound(event, sequence: sequence, cause: draft.cause(of: "acknowledged")))
    work.cancel(timers: [SettleMessages.escalationTimer], of: draft.id.lowercased)
    work.record(
      AuditEntry(
        actor: actor, action: "notification.acknowledged", subject: draft.id.lowercased, cause: draft.cause.id))
    _ = try await work.connection.pipeline([
      """
      update message set acknowledged_at = clock_timestamp(), acknowledged_by = \(actor), sealed = null
      where id = \(draft.id)
      """,
      MessageStore.count(sequences),
    ])
    try await InboxStore.markAcknowledged(draft.id, by: actor, on: work.connection)
  }
}
