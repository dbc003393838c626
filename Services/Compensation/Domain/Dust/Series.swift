/// Logarithm and power of physical estimates, by series of plain arithmetic: every machine gives the same digits, and the
/// domain needs no C library.
enum Series {
  private static let logarithmOfTwo = 0.693_147_180_559_945_3

  /// The natural logarithm of a number above nothing; minus infinity for nothing.
  static func logarithm(_ number: Double) -> Double {
    guard number > 0, number.isFinite else { return number == 0 ? -.infinity : number }
    var (significand, exponent) = (number.significand, Double(number.exponent))
    if significand > 1.414_213_562_373_095 {
      significand /= 2
      exponent += 1
    }
    // ln m = 2 artanh((m − 1) ÷ (m + 1)), whose series ends soon near 1.
    let ratio = (significand - 1) / (significand + 1)
    let square = ratio * ratio
    var (term, sum, divisor) = (ratio, 0.0, 1.0)
    while term.magnitude > 1e-19 {
      sum += term / divisor
      term *= square
      divisor += 2
    }
    return 2 * sum + exponent * logarithmOfTwo
  }

  /// A number that is not negative to some power.
  static func power(_ base: Double, _ exponent: Double) -> Double {
    guard base > 0 else { return exponent == 0 ? 1 : 0 }
    return exponential(exponent * logarithm(base))
  }

  private static func exponential(_ number: Double) -> Double {
    let doublings = (number / logarithmOfTwo).rounded()
    guard doublings.magnitude < 1_000 else { return doublings < 0 ? 0 : .infinity }
    let rest = number - doublings * logarithmOfTwo
    var (term, sum, index) = (1.0, 1.0, 1.0)
    while term.magnitude > 1e-19 {
      term *= rest / index
      sum += term
      index += 1
    }
    return Double(sign: .plus, exponent: Int(doublings), significand: sum)
  }
}
