/// An exact rational number, for coefficients, rates, scores and shares: 0.1, 10%, 1.875, 1/3. Never a binary floating-point
/// number, so that 89.99 is not 90 and 10 % of 60,000.00 is 6,000.00.
///
/// Kept in lowest terms with a positive denominator. Operations that leave 64 bits throw ``AmountError/overflow``.
public struct Ratio: Hashable, Sendable {
  /// The number above the line, with the sign.
  public let numerator: Int
  /// The number below the line, at least 1.
  public let denominator: Int

  /// Zero.
  public static let zero = Ratio(0)
  /// One.
  public static let one = Ratio(1)

  /// A whole number.
  public init(_ whole: Int) {
    numerator = whole
    denominator = 1
  }

  /// A fraction, reduced. Throws for a denominator of 0.
  public init(_ numerator: Int, over denominator: Int) throws(AmountError) {
    guard denominator != 0 else { throw .divisionByZero }
    try self.init(wide: Int128(numerator), over: Int128(denominator))
  }

  private init(wide numerator: Int128, over denominator: Int128) throws(AmountError) {
    var (left, right) = (numerator.magnitude, denominator.magnitude)
    while right != 0 { (left, right) = (right, left % right) }
    let divisor = Int128(left == 0 ? 1 : left) * (denominator < 0 ? -1 : 1)
    guard let top = Int(exactly: numerator / divisor), let bottom = Int(exactly: denominator / divisor) else {
      throw .overflow
    }
    self.numerator = top
    self.denominator = bottom
  }

  /// The whole number this is, nil if it is a fraction.
  public var whole: Int? { denominator == 1 ? numerator : nil }

  public static func + (left: Ratio, right: Ratio) throws(AmountError) -> Ratio {
    // Each product fits in 127 bits; their sum may not, but then neither does the result fit in 64.
    let (sum, overflow) = (Int128(left.numerator) * Int128(right.denominator))
      .addingReportingOverflow(Int128(right.numerator) * Int128(left.denominator))
    if overflow { throw .overflow }
    return try Ratio(wide: sum, over: Int128(left.denominator) * Int128(right.denominator))
  }

  public static func - (left: Ratio, right: Ratio) throws(AmountError) -> Ratio {
    let (difference, overflow) = (Int128(left.numerator) * Int128(right.denominator))
      .subtractingReportingOverflow(Int128(right.numerator) * Int128(left.denominator))
    if overflow { throw .overflow }
    return try Ratio(wide: difference, over: Int128(left.denominator) * Int128(right.denominator))
  }

  public static func * (left: Ratio, right: Ratio) throws(AmountError) -> Ratio {
    try Ratio(
      wide: Int128(left.numerator) * Int128(right.numerator),
      over: Int128(left.denominator) * Int128(right.denominator))
  }

  public static func / (left: Ratio, right: Ratio) throws(AmountError) -> Ratio {
    guard right.numerator != 0 else { throw .divisionByZero }
    return try Ratio(
      wide: Int128(left.numerator) * Int128(right.denominator),
      over: Int128(left.denominator) * Int128(right.numerator))
  }
}

extension Ratio: Comparable {
  public static func < (left: Ratio, right: Ratio) -> Bool {
    Int128(left.numerator) * Int128(right.denominator) < Int128(right.numerator) * Int128(left.denominator)
  }
}
