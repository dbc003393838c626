import Contracts
import FoundationEssentials
import Messaging
import ServiceKit

/// Records what was found on the spot about a case of a month's sample. One that did not hold goes into the draft of a
/// work reminder letter; the last one ends the check.
struct RecordInspection: Sendable {
  let rules: RuleBook
  let gather: GatherFinding

  /// - Parameters:
  ///   - authorise: throws when the caller may not act on the check, or not on this version of it.
  /// - Returns: the check after it; nil when there is none of this id.
  func callAsFunction(
    _ inspection: Inspection, of id: UUID, by caller: Caller, work: UnitOfWork, authorise: (MonthlyCheck) throws -> Void
  ) async throws -> (check: MonthlyCheck, cases: [CheckedCase])? {
    guard var check = try await CheckStore.lock(id, on: work.connection) else { return nil }
    try authorise(check)
    var cases = try await CheckedCaseStore.cases(of: id, on: work.connection)
    guard let index = cases.firstIndex(where: { $0.petitionId == inspection.petitionId }) else {
      throw CheckError.notDrawn
    }
    guard cases[index].passed == nil else { throw CheckError.alreadyChecked }
    guard inspection.passed || inspection.summary != nil else { throw CheckError.noSummary }
    cases[index].passed = inspection.passed
    cases[index].checkedAt = work.now
    cases[index].checkedBy = caller.subject
    cases[index].unit = inspection.unit
    cases[index].summary = inspection.summary
    let found = cases[index]
    try await CheckedCaseStore.save(found, of: id, on: work.connection)
    check.sequence += 1
    CheckAnnouncements.emit(
      MonthlyCheckInspected(
        checkId: id, region: check.region, month: check.month, at: work.now, petitionId: found.petitionId,
        petitionNumber: found.petitionNumber, passed: inspection.passed, unit: inspection.unit,
        summary: inspection.summary), sequence: check.sequence, of: check, work: work)
    if !inspection.passed { try await remind(found, check, work: work) }
    if cases.allSatisfy({ $0.passed != nil }) { CheckAnnouncements.complete(&check, cases, work: work) }
    try await CheckStore.save(check, on: work.connection)
    work.record(
      AuditEntry(
        actor: caller.subject, action: "monthly-check.inspected", subject: found.petitionId.lowercased,
        cause: caller.requestId))
    return (check, cases)
  }

  private func remind(_ found: CheckedCase, _ check: MonthlyCheck, work: UnitOfWork) async throws {
    let rules = PetitionRules(try rules.rules(at: work.now), calendar: rules.calendar)
    try await gather(
      ReminderFinding(
        petitionId: found.petitionId, petitionNumber: found.petitionNumber, summary: found.summary ?? ""),
      cause: .monthlyCheck, checkId: check.id, region: found.region, rules: rules, work: work)
  }
}
