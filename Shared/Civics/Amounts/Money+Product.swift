extension Money {
  /// The product of exact factors as so many yuan, rounded once to whole fen, halves away from zero.
  ///
  /// The factors are multiplied with each other in 128 bits, so that a quantity with many places, a unit cost and
  /// coefficients need not fit in 64 bits together, as they must in ``Ratio``. No factors are one yuan.
  /// - Throws: ``AmountError/overflow`` where the exact product or the amount is too large.
  public init(yuanProduct factors: [Ratio]) throws(AmountError) {
    var numerators = [UInt128(100)]
    var denominators: [UInt128] = []
    var isNegative = false
    for factor in factors {
      guard factor.numerator != 0 else {
        self = .zero
        return
      }
      if factor.numerator < 0 { isNegative.toggle() }
      numerators.append(UInt128(factor.numerator.magnitude))
      denominators.append(UInt128(factor.denominator))
    }
    // What stands above and below the line goes out before it is multiplied.
    for top in numerators.indices {
      for bottom in denominators.indices {
        let common = Self.commonDivisor(numerators[top], denominators[bottom])
        numerators[top] /= common
        denominators[bottom] /= common
      }
    }
    let (numerator, denominator) = (try Self.product(numerators), try Self.product(denominators))
    let (quotient, remainder) = numerator.quotientAndRemainder(dividingBy: denominator)
    // Half or more: what is missing to the whole is no more than what is there.
    let rounded = quotient.addingReportingOverflow(remainder >= denominator - remainder ? 1 : 0)
    guard !rounded.overflow, let fen = Int(exactly: rounded.partialValue) else { throw .overflow }
    self.init(fen: isNegative ? -fen : fen)
  }

  private static func product(_ factors: [UInt128]) throws(AmountError) -> UInt128 {
    var product = UInt128(1)
    for factor in factors {
      let (next, overflow) = product.multipliedReportingOverflow(by: factor)
      if overflow { throw .overflow }
      product = next
    }
    return product
  }

  private static func commonDivisor(_ left: UInt128, _ right: UInt128) -> UInt128 {
    var (left, right) = (left, right)
    while right != 0 { (left, right) = (right, left % right) }
    return left
  }
}
