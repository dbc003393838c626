import Contracts
import FoundationEssentials

/// A year of the one account, from its end on (每年一审).
struct AccountYear: Sendable {
  enum Status: String, Sendable, CaseIterable {
    /// Over; late payments may still be booked in it.
    case ended
    /// Nothing is booked in it any more.
    case closed
    case audited
  }

  let year: Int
  let region: String
  var status = Status.ended
  var file: AccountYearFile
  var updatedAt: Date

  var isOverdue: Bool { file.clock.isOverdue }

  /// Counts an event.
  mutating func countEvent() -> Int64 {
    file.sequence += 1
    return file.sequence
  }

  /// Closes the books of the year.
  /// - Parameters:
  ///   - statement: what the books say now.
  mutating func close(_ statement: YearStatement, by actor: String, at now: Date) throws(AccountError)
    -> AccountYearClosed
  {
    guard status == .ended else { throw .yearOutOfTurn(year: year, status: status.rawValue) }
    status = .closed
    file.statement = statement
    file.closedAt = now
    file.closedBy = actor
    updatedAt = now
    return AccountYearClosed(
      year: year, region: region, at: now, openingFen: statement.openingFen, receivedFen: statement.receivedFen,
      spentFen: statement.paidOutFen, closingFen: statement.closingFen, suspenseFen: statement.suspenseFen,
      entries: Int(statement.entries), digest: statement.digest, dueDates: [file.clock.dueDate])
  }

  /// Takes in what the auditor found.
  /// - Parameters:
  ///   - digest: of the entries as they are now.
  ///   - hasBooked: whether the auditor booked in the year.
  mutating func audit(
    _ report: AuditReport, digest: String, by actor: String, hasBooked: Bool, at now: Date
  ) throws(AccountError) -> AccountYearAudited {
    guard !hasBooked, file.closedBy != actor else { throw .notIndependent(year: year) }
    guard status == .closed, let statement = file.statement else {
      throw .yearOutOfTurn(year: year, status: status.rawValue)
    }
    // Whoever got past the database's own guard is found out here.
    guard statement.digest == digest else { throw .booksChanged(year: year) }
    status = .audited
    file.audit = report
    file.auditedAt = now
    file.auditedBy = actor
    file.clock.metAt = now
    updatedAt = now
    return AccountYearAudited(
      year: year, region: region, at: now, verdict: report.verdict, digest: digest, findings: report.findings.count,
      onTime: now < file.clock.dueDate.due)
  }

  /// Whether the audit's period runs out now.
  mutating func findOverdue(at now: Date) -> AccountYearOverdue? {
    guard status != .audited, file.clock.runOut(at: now) else { return nil }
    updatedAt = now
    return AccountYearOverdue(year: year, region: region, at: now, missed: file.clock.dueDate)
  }
}
