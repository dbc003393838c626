import Civics
import Contracts
import FoundationEssentials
import Messaging
import ServiceKit

/// Closes a year of the account: what its entries say is kept, and nothing is booked in it any more.
struct CloseYear: Sendable {
  let rules: RuleBook

  /// - Parameter authorise: throws when the caller may not act for the account's region.
  func callAsFunction(
    _ year: Int, by caller: Caller, work: UnitOfWork, authorise: (String) throws -> Void
  ) async throws -> AccountYear {
    let inForce = try AccountRules(try rules.rules(at: work.now), calendar: rules.calendar)
    try authorise(inForce.region)
    guard year < ShanghaiTime.day(of: work.now).year else {
      throw AccountError.yearOutOfTurn(year: year, status: "running")
    }
    // Nobody books from here to the commit, so that the statement is the whole of the year.
    try await YearStore.holdBooks(on: work.connection)
    for ended in try await YearStore.unkept(before: year, on: work.connection) + [year] {
      try await EndYears.end(ended, inForce, work: work)
    }
    guard var kept = try await YearStore.find(year, locked: true, on: work.connection) else {
      throw AccountError.yearOutOfTurn(year: year, status: "unknown")
    }
    // Years are closed in their order: an opening balance must not change any more.
    for other in try await YearStore.list(on: work.connection) where other.year < year && other.status == .ended {
      throw AccountError.yearOutOfTurn(year: other.year, status: other.status.rawValue)
    }
    let event = try kept.close(
      try await StatementStore.statement(of: year, on: work.connection), by: caller.subject, at: work.now)
    let sequence = kept.countEvent()
    try await YearStore.save(kept, on: work.connection)
    MoneyAnnouncements.emit(
      event, sequence: sequence,
      cause: Cause(
        id: "account-year:\(year):closed", correlation: "account-year:\(year)", traceParent: caller.traceParent),
      work: work)
    work.record(
      AuditEntry(
        actor: caller.subject, action: "account-year.closed", subject: String(year), cause: caller.requestId,
        detail: event.json.bytes))
    return kept
  }
}
