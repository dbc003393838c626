/// An amount of Renminbi, kept as whole fen (分). Never a floating-point number.
///
/// Arithmetic throws ``AmountError/overflow`` instead of trapping; 64 bits hold 92 quadrillion yuan.
public struct Money: Hashable, Sendable {
  /// The amount in fen, a hundredth of a yuan. May be negative in a ledger.
  public let fen: Int

  /// No money.
  public static let zero = Money(fen: 0)

  public init(fen: Int) {
    self.fen = fen
  }

  public static func + (left: Money, right: Money) throws(AmountError) -> Money {
    let (sum, overflow) = left.fen.addingReportingOverflow(right.fen)
    if overflow { throw .overflow }
    return Money(fen: sum)
  }

  public static func - (left: Money, right: Money) throws(AmountError) -> Money {
    let (difference, overflow) = left.fen.subtractingReportingOverflow(right.fen)
    if overflow { throw .overflow }
    return Money(fen: difference)
  }

  /// The product with an exact ratio, rounded once to whole fen, halves away from zero. Multiply several ratios with each
  /// other first (``Ratio``) so that only the end is rounded.
  public static func * (amount: Money, ratio: Ratio) throws(AmountError) -> Money {
    try Money(rounding: Int128(amount.fen) * Int128(ratio.numerator), over: Int128(ratio.denominator))
  }

  /// So many yuan, rounded once to whole fen, halves away from zero.
  public init(yuan: Ratio) throws(AmountError) {
    try self.init(rounding: Int128(yuan.numerator) * 100, over: Int128(yuan.denominator))
  }

  /// The exact number of yuan.
  public var yuan: Ratio {
    get throws(AmountError) { try Ratio(fen, over: 100) }
  }

  private init(rounding numerator: Int128, over denominator: Int128) throws(AmountError) {
    let (quotient, remainder) = numerator.magnitude.quotientAndRemainder(dividingBy: denominator.magnitude)
    // A remainder is smaller than the denominator, which fits in 64 bits, so doubling it cannot overflow.
    let magnitude = Int128(quotient) + (remainder * 2 >= denominator.magnitude ? 1 : 0)
    guard let fen = Int(exactly: numerator < 0 ? -magnitude : magnitude) else { throw .overflow }
    self.fen = fen
  }
}

extension Money: Comparable {
  public static func < (left: Money, right: Money) -> Bool { left.fen < right.fen }
}
