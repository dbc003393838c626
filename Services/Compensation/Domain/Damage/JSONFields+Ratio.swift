import Civics
import Contracts
import FoundationEssentials

extension JSONFields {
  /// The largest number taken for a quantity, a concentration or a price: no damage has more.
  static let largestNumber = 1_000_000_000_000

  /// An exact number from nothing up, that may be absent: at most 12 digits before and 12 after the point.
  func optionalRatio(_ name: String) throws(ContractViolation) -> Ratio? {
    guard let decimal = try optionalDecimal(name) else { return nil }
    guard let ratio = Ratio(decimal.description) else {
      throw violation(.fieldRange, name, "The number has more digits than are counted with.")
    }
    guard ratio >= .zero, ratio <= Ratio(Self.largestNumber) else {
      throw violation(.fieldRange, name, "The number must lie from 0 to \(Self.largestNumber).")
    }
    return ratio
  }

  /// An exact number from nothing up.
  func ratio(_ name: String) throws(ContractViolation) -> Ratio {
    guard let ratio = try optionalRatio(name) else { throw violation(.fieldMissing, name) }
    return ratio
  }

  /// An exact number above nothing: what is nothing has done no damage.
  func positiveRatio(_ name: String) throws(ContractViolation) -> Ratio {
    let ratio = try ratio(name)
    guard ratio > .zero else { throw violation(.fieldRange, name, "The number must be more than 0.") }
    return ratio
  }
}

extension JSONObject {
  /// Writes an exact number; one that was read from a decimal is written as it was read.
  mutating func set(_ name: String, number value: Ratio?) { self[name] = value.map { .number($0.description) } }
}
