import Contracts

/// A step that staff take with a case, as the body of its request.
protocol CaseStep: JSONConvertible {
  static var name: StepName { get }

  /// Changes the case, which stands where the step is allowed (see ``StepName/turns``).
  /// - Returns: the events that tell of it; stages entered and gates opened are told by themselves.
  func take(
    on compensation: inout CompensationCase, in circumstances: Circumstances
  ) throws(CompensationError) -> [any EventPayload]
}
