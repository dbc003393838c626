import Contracts
import FoundationEssentials
import Messaging

/// Takes in what the auditor found in a year's books; the books are added up again on the way.
struct AuditYear: Sendable {
  /// - Returns: nil when there is no such year.
  func callAsFunction(
    _ year: Int, _ report: AuditReport, by caller: Caller, work: UnitOfWork, authorise: (String) throws -> Void
  ) async throws -> AccountYear? {
    guard var kept = try await YearStore.find(year, locked: true, on: work.connection) else { return nil }
    try authorise(kept.region)
    let event = try kept.audit(
      report, digest: try await StatementStore.digest(of: year, on: work.connection), by: caller.subject,
      hasBooked: try await EntryStore.hasBooked(caller.subject, in: year, on: work.connection), at: work.now)
    let sequence = kept.countEvent()
    try await YearStore.save(kept, on: work.connection)
    work.cancel(timers: [FindOverdueAudits.timer], of: String(year))
    MoneyAnnouncements.emit(
      event, sequence: sequence,
      cause: Cause(
        id: "account-year:\(year):audited", correlation: "account-year:\(year)", traceParent: caller.traceParent),
      work: work)
    work.record(
      AuditEntry(
        actor: caller.subject, action: "account-year.audited", subject: String(year), cause: caller.requestId,
        detail: report.json.bytes))
    return kept
  }
}
