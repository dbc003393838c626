import Contracts

extension CompensationCase {
  /// The steps that may be taken where a case stands.
  var nextSteps: [StepName] { StepName.allCases.filter { $0.turns.contains(status) } }

  /// - Throws: ``CompensationError/outOfTurn(step:status:allowed:)`` with what may be done instead.
  func require(_ step: StepName) throws(CompensationError) {
    guard step.turns.contains(status) else { throw .outOfTurn(step: step, status: status, allowed: nextSteps) }
  }
}
