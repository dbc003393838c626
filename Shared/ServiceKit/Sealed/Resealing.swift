import Messaging
import Postgres
import Sealing

/// Seals the values of a column anew for its present recipient, page by page, while the service goes on.
struct Resealing: Sendable {
  /// What became of a column.
  struct Outcome: Sendable, Equatable {
    /// Sealed for the present recipient before.
    var current = 0
    /// Sealed anew, or to be in a trial.
    var changed = 0
    /// Values that none of the keys at hand opens: they stay as they are.
    var closed = 0
    /// How many values name each recipient, before.
    var recipients: [String: Int] = [:]
  }

  /// Rows of one transaction: short enough that nobody waits for its locks.
  private static let page = 500

  let column: any SealedColumn
  let opener: Opener
  let runner: UnitOfWorkRunner

  /// - Parameters:
  ///   - isTrial: counts and changes nothing.
  ///   - actor: who asks, for the audit trail.
  ///   - progress: called with the number of values looked at since the last time.
  func run(
    isTrial: Bool, by actor: String, reason: String, progress: @Sendable (Int) async throws -> Void
  ) async throws -> Outcome {
    let sealer = try Sealer(recipients: [column.recipient])
    var outcome = Outcome()
    var cursor: String?
    while true {
      let after = cursor
      let (last, count, part) = try await runner.run { work in
        try await page(after: after, sealer: sealer, isTrial: isTrial, work: work)
      }
      guard let last else { break }
      cursor = last
      outcome.current += part.current
      outcome.changed += part.changed
      outcome.closed += part.closed
      outcome.recipients.merge(part.recipients, uniquingKeysWith: +)
      try await progress(count)
    }
    if !isTrial, outcome.changed > 0 { try await note(outcome, by: actor, reason: reason) }
    return outcome
  }

  private func page(
    after cursor: String?, sealer: Sealer, isTrial: Bool, work: UnitOfWork
  ) async throws -> (last: String?, count: Int, Outcome) {
    let rows = try await column.page(after: cursor, limit: Self.page, on: work.connection)
    var outcome = Outcome()
    var changed: [SealedRow] = []
    for row in rows {
      let recipients = (try? SealedEnvelope(parsing: row.sealed))?.wrappedKeys.map(\.recipientID) ?? ["unreadable"]
      for recipient in recipients { outcome.recipients[recipient, default: 0] += 1 }
      guard recipients != [column.recipient.id] else {
        outcome.current += 1
        continue
      }
      do throws(SealingError) {
        let sealed = try column.resealed(row, opener: opener, sealer: sealer)
        changed.append(SealedRow(cursor: row.cursor, context: row.context, sealed: sealed))
      } catch {
        outcome.closed += 1
      }
    }
    outcome.changed = changed.count
    if !changed.isEmpty, !isTrial { try await column.replace(changed, on: work.connection) }
    return (rows.last?.cursor, rows.count, outcome)
  }

  private func note(_ outcome: Outcome, by actor: String, reason: String) async throws {
    try await runner.run { work in
      work.record(
        AuditEntry(
          actor: actor, action: "keys.rotated", subject: column.name, cause: reason,
          detail: Array(#"{"values":\#(outcome.changed),"key":"\#(column.recipient.id)"}"#.utf8)))
    }
  }
}
