import Contracts
import FoundationEssentials
import Messaging

/// Finds years of the account that were not audited in time, and tells of each once.
struct FindOverdueAudits: Sendable {
  static let timer = "compensation.audit-due"

  func callAsFunction(_ timers: [DurableTimer], work: UnitOfWork) async throws {
    for year in timers.compactMap({ Int($0.subject) }).sorted() {
      guard var kept = try await YearStore.find(year, locked: true, on: work.connection),
        let event = kept.findOverdue(at: work.now)
      else { continue }
      let sequence = kept.countEvent()
      try await YearStore.save(kept, on: work.connection)
      MoneyAnnouncements.emit(
        event, sequence: sequence,
        cause: Cause(id: "account-year:\(year):overdue", correlation: "account-year:\(year)"), work: work)
      work.record(
        AuditEntry(
          actor: "compensation", action: "account-year.overdue", subject: String(year), cause: event.missed.rule))
    }
  }
}
