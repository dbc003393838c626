/// Why an amount could not be computed.
public enum AmountError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The result does not fit in 64 bits.
  case overflow
  /// Division by zero.
  case divisionByZero

  public var description: String {
    switch self {
    case .overflow: "the amount is too large to be counted"
    case .divisionByZero: "an amount cannot be divided by zero"
    }
  }
}
