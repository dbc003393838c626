import Contracts
import FoundationEssentials
import Messaging

/// Warns of what ends soon, tells what ran out, and lets judgments take effect that nobody appealed.
struct TendCreditCases: Sendable {
  let desk: CreditCaseDesk

  func callAsFunction(_ timers: [DurableTimer], work: UnitOfWork) async throws {
    let rules = try desk.book.rules(at: work.now)
    for var credit in try await desk.cases.lock(
      timers.compactMap { UUID(text: $0.subject) }, on: work.connection)
    {
      let events = try credit.pass(to: work.now, rules)
      try await desk.settle(events, of: &credit, by: "scoring", work: work)
      try await desk.cases.save(&credit, on: work.connection)
      for event in events {
        work.record(
          AuditEntry(
            actor: "scoring", action: "credit-case.time", subject: credit.id.lowercased,
            cause: type(of: event).type.rawValue))
      }
    }
  }
}
