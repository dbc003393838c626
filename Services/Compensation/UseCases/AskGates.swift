import Contracts
import FoundationEssentials
import Postgres
import ServiceKit

/// Answers the penalty side: whether a penalty case may pass its review, whether its prior notice may go out
/// whether a reduction is not forbidden.
struct AskGates: Sendable {
  /// The answer about one penalty case.
  struct Answer: Sendable {
    let penaltyNumber: String
    /// The cases beside it, none where compensation was not told of it yet.
    let cases: [CompensationCase]
    /// Each gate once: open where it is open for every case.
    let gates: [GateAnswer]
  }

  /// More cases beside one penalty case than there can be.
  static let mostCases = 100

  let rules: RuleBook
  let cases: CaseStore

  /// - Parameter source: the system that numbers the penalty case; nil where numbers are told apart without it.
  func callAsFunction(
    _ penaltyNumber: String, source: String?, at now: Date, on connection: PostgresConnection
  ) async throws -> Answer {
    var condition: SQL = "penalty_number = \(penaltyNumber)"
    if let source { condition = "\(condition) and penalty_source = \(source)" }
    let found = try await cases.read(
      "select \(CaseRow.columns) from compensation_case where \(condition) order by entry limit \(Self.mostCases)",
      on: connection
    ).map(\.compensation)
    let known = try CompensationRules(try rules.rules(at: now), calendar: rules.calendar).gates()
    return Answer(penaltyNumber: penaltyNumber, cases: found, gates: Self.merge(found.map { $0.gates(known) }, known))
  }

  /// A gate is closed where one of the cases closes it; a penalty case that is not known yet was not screened.
  private static func merge(_ answers: [[GateAnswer]], _ rules: GateRules) -> [GateAnswer] {
    PenaltyGate.allCases.map { gate in
      let about = answers.flatMap { $0.filter { $0.gate == gate } }
      if let closed = about.first(where: { !$0.isOpen }) { return closed }
      return about.first
        ?? GateAnswer(
          gate, isOpen: !rules.waits(at: gate), rules.waits(at: gate) ? .unknownCase : .notRequired)
    }
  }
}
