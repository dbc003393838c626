import Contracts
import FoundationEssentials

extension RestorationMeasure {
  /// Whether two count the same thing: mode, unit and, for labour, the kind of work.
  func isLike(_ other: RestorationMeasure) -> Bool {
    mode == other.mode && unit == other.unit && work == other.work
  }

  /// The same without what it is worth.
  var withoutValue: RestorationMeasure {
    RestorationMeasure(mode: mode, unit: unit, quantity: quantity, work: work)
  }

  /// The largest quantity taken: a thousand million, with three places.
  static let largestQuantity: Decimal = 1_000_000_000
}
