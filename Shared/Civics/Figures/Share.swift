/// A rate as the two numbers that it is made of.
public struct Share: Sendable, Equatable {
  /// How many of them.
  public let numerator: Int64
  /// Of how many.
  public let denominator: Int64

  public init(numerator: Int64, denominator: Int64) {
    self.numerator = numerator
    self.denominator = denominator
  }

  /// In percent with two places, halves up; nil where there is nothing to divide by.
  public var percent: String? {
    guard denominator > 0 else { return nil }
    let hundredths = (Int128(numerator) * 20_000 + Int128(denominator)) / (Int128(denominator) * 2)
    let (whole, rest) = hundredths.quotientAndRemainder(dividingBy: 100)
    return "\(whole).\(rest < 10 ? "0" : "")\(rest)"
  }
}
