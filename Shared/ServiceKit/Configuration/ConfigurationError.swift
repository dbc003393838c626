/// Everything that is wrong with the configuration of a service, at once: nobody likes to restart a container five
/// times to find five mistakes.
public struct ConfigurationError: Error, Sendable, Equatable, CustomStringConvertible {
  /// At least one problem, in the order in which the keys are declared.
  public let problems: [ConfigurationProblem]

  public init(problems: [ConfigurationProblem]) {
    self.problems = problems
  }

  public var description: String {
    let count = problems.count == 1 ? "1 problem" : "\(problems.count) problems"
    return "the configuration has \(count):\n" + problems.map { "  - \($0)" }.joined(separator: "\n")
  }
}
