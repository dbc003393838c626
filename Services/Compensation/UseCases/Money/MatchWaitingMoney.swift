import Contracts
import FoundationEssentials
import Messaging
import ServiceKit

/// Gives money that came before its case to the case when it is opened.
struct MatchWaitingMoney: CaseFollower {
  let assign: AssignWaitingMoney

  func follow(_ changes: [CaseChange], work: UnitOfWork) async throws {
    let opened = changes.filter { $0.before == nil }
    guard !opened.isEmpty else { return }
    try await CaseStore.takeTurns(opened.map(\.compensation.id), isOpening: true, on: work.connection)
    let waiting = try await SuspenseStore.lock(forCases: opened.map(\.compensation.id), on: work.connection)
    let cases = Dictionary(
      opened.map { ($0.compensation.id, $0) }, uniquingKeysWith: { first, _ in first })
    for item in waiting {
      guard let change = cases[item.payment.caseId] else { continue }
      _ = try await assign(
        item, to: change.compensation.id, amountFen: item.leftFen, reason: nil,
        by: .service(change.cause), work: work)
    }
  }
}
