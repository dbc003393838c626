import Contracts
import FoundationEssentials

/// What a step is taken under.
struct Circumstances: Sendable {
  let now: Date
  let rules: CompensationRules
  /// What has been received for the case, in fen.
  let receivedFen: Int64
}

/// A step that staff take with a case, as the body of its request.
protocol CaseStep: JSONConvertible {
  static var name: StepName { get }

  /// Changes the case, which stands where the step is allowed.
  /// - Returns: the events that tell of it.
  func take(
    on compensation: inout CompensationCase, in circumstances: Circumstances
  ) throws(CompensationError) -> [any EventPayload]
}
