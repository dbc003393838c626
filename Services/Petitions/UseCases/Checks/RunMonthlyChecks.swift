import Civics
import Contracts
import FoundationEssentials
import Messaging
import ServiceKit

/// At the turn of each month: draws the sample of the month that ended, and commits to the seed of the month that
/// begins, before anybody can know which cases it will close.
struct RunMonthlyChecks: Sendable {
  static let timer = "petition.monthly-check"

  let rules: RuleBook
  let draw: DrawMonthlySample

  func callAsFunction(_ timers: [DurableTimer], work: UnitOfWork) async throws {
    let rules = PetitionRules(try rules.rules(at: work.now), calendar: rules.calendar)
    let region = rules.region.description
    for timer in timers {
      // The first timer ever is due since long ago; months missed are caught up one by one.
      let month = CheckMonth(of: timer.subject.isEmpty ? work.now : timer.due)
      try await draw(MonthlyCheck.id(region: region, month: month.before.description), work: work)
      try await commit(region, month, work: work)
      work.schedule(DurableTimer(kind: Self.timer, subject: region, due: month.next.start))
    }
  }

  private func commit(_ region: String, _ month: CheckMonth, work: UnitOfWork) async throws {
    var check = try MonthlyCheck(region: region, month: month, at: work.now)
    check.sequence = 1
    guard try await CheckStore.insert(check, on: work.connection) else { return }
    CheckAnnouncements.emit(check.committed, sequence: 1, of: check, work: work)
    work.record(
      AuditEntry(
        actor: "petitions", action: "monthly-check.committed", subject: check.id.lowercased, cause: check.purpose))
  }
}
