import Civics
import FoundationEssentials

/// Points of the scale, exact to the hundredth: 89.99 is not 90, and no sum depends on its order.
struct Points: Hashable, Sendable {
  /// A hundredth of a point, with the sign.
  let hundredths: Int

  static let zero = Points(hundredths: 0)
  /// More than any scale has; what is larger in a rule pack is a mistake, and sums of what is smaller cannot overflow.
  static let largest = 1_000_000

  init(hundredths: Int) {
    self.hundredths = hundredths
  }

  init(_ whole: Int) {
    hundredths = whole * 100
  }

  /// - Returns: nil for a number with more than two decimals or beyond ``largest``.
  init?(_ number: Ratio) {
    guard 100 % number.denominator == 0, (number.numerator / number.denominator).magnitude < Points.largest else {
      return nil
    }
    hundredths = number.numerator * (100 / number.denominator)
  }

  /// The same number as rule packs write it.
  var ratio: Ratio {
    get throws(AmountError) { try Ratio(hundredths, over: 100) }
  }

  /// The same number as events write it, without zeros at the end.
  var decimal: Decimal {
    let sign: FloatingPointSign = hundredths < 0 ? .minus : .plus
    let magnitude = hundredths.magnitude
    if magnitude % 100 == 0 { return Decimal(sign: sign, exponent: 0, significand: Decimal(magnitude / 100)) }
    if magnitude % 10 == 0 { return Decimal(sign: sign, exponent: -1, significand: Decimal(magnitude / 10)) }
    return Decimal(sign: sign, exponent: -2, significand: Decimal(magnitude))
  }

  static func + (left: Points, right: Points) -> Points { Points(hundredths: left.hundredths + right.hundredths) }
  static func += (left: inout Points, right: Points) { left = left + right }
  static prefix func - (points: Points) -> Points { Points(hundredths: -points.hundredths) }
}

extension Points: Comparable {
  static func < (left: Points, right: Points) -> Bool { left.hundredths < right.hundredths }
}

extension Points: CustomStringConvertible {
  var description: String { decimal.description }
}
