/// A rate as the two numbers that it is made of.
struct Share: Sendable, Equatable {
  let numerator: Int64
  let denominator: Int64

  /// In percent with two places, halves up; nil where there is nothing to divide by.
  var percent: String? {
    guard denominator > 0 else { return nil }
    let hundredths = (Int128(numerator) * 20_000 + Int128(denominator)) / (Int128(denominator) * 2)
    let (whole, rest) = hundredths.quotientAndRemainder(dividingBy: 100)
    return "\(whole).\(rest < 10 ? "0" : "")\(rest)"
  }
}
