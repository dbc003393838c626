/// A line of a contract's text that cannot be read. Nobody outside sees it: a test reads every contract.
public struct HTTPContractError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The line at fault.
  public let line: String
  /// Why.
  public let reason: String

  public var description: String { "\(reason): \(line)" }
}
