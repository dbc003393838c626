import Contracts
import FoundationEssentials
import Messaging

/// Counts provisional dates of cases about credit again when a year's working days are known; what moves is told.
struct RecountCreditDates: Sendable {
  static let timer = "credit.recount"
  /// How many cases are counted again in one transaction.
  static let page = 500

  let desk: CreditCaseDesk

  func callAsFunction(_ timers: [DurableTimer], work: UnitOfWork) async throws {
    // A count from the start comes with no place to go on from, and wins over one under way.
    let after = timers.map { Int64(String(decoding: $0.data, as: UTF8.self)) ?? 0 }.min() ?? 0
    let found = try await desk.cases.provisional(
      after: after, limit: RecountCreditDates.page, on: work.connection)
    let rules = try desk.book.rules(at: work.now)
    for var credit in found {
      let before = credit
      let moved = try credit.recount(at: work.now, rules)
      guard credit != before else { continue }
      try await desk.settle([moved].compactMap { $0 }, of: &credit, by: "scoring", work: work)
      try await desk.cases.save(&credit, on: work.connection)
      work.record(
        AuditEntry(
          actor: "scoring", action: "credit-case.recounted", subject: credit.id.lowercased, cause: "calendar"))
    }
    guard found.count == RecountCreditDates.page, let last = found.last else { return }
    work.schedule(
      DurableTimer(
        kind: RecountCreditDates.timer, subject: "calendar", due: work.now, data: Array(String(last.entry).utf8)))
  }
}
