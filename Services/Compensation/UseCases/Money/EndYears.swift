import Civics
import Contracts
import FoundationEssentials
import Messaging
import ServiceKit

/// Ends the years that are over, each once: their audits become due (每年一审). Fires each New Year.
struct EndYears: Sendable {
  static let timer = "compensation.account-year"

  let rules: RuleBook

  func callAsFunction(_ timers: [DurableTimer], work: UnitOfWork) async throws {
    let year = ShanghaiTime.day(of: work.now).year
    let inForce = try AccountRules(try rules.rules(at: work.now), calendar: rules.calendar)
    for ended in try await YearStore.unkept(before: year, on: work.connection) {
      try await Self.end(ended, inForce, work: work)
    }
    if let next = CivilDate(year: year + 1, month: 1, day: 1) {
      work.schedule(DurableTimer(kind: Self.timer, subject: "", due: ShanghaiTime.start(of: next)))
    }
  }

  /// Keeps a year as over, unless it is.
  static func end(_ year: Int, _ rules: AccountRules, work: UnitOfWork) async throws {
    let ended = AccountYear(
      year: year, region: rules.region, file: AccountYearFile(clock: try rules.auditClock(of: year)),
      updatedAt: work.now)
    guard try await YearStore.insert(ended, on: work.connection) else { return }
    work.schedule(
      DurableTimer(kind: FindOverdueAudits.timer, subject: String(year), due: ended.file.clock.dueDate.due))
  }
}
