import Contracts
import FoundationEssentials

extension RestorationProject {
  /// Adds work that was done.
  /// - Throws: `invalid` when the sum is larger than can be meant.
  mutating func add(_ part: RestorationMeasure, field: String) throws(CompensationError) {
    try Self.add(part.withoutValue, to: &done, field: field)
  }

  /// Adds work that is to be done beside what was planned.
  mutating func plan(_ measure: RestorationMeasure, field: String) throws(CompensationError) {
    try Self.add(measure.withoutValue, to: &measures, field: field)
  }

  /// What is planned and not done yet.
  var lacking: [RestorationMeasure] {
    measures.compactMap { planned in
      let finished = done.first { $0.isLike(planned) }?.quantity ?? 0
      guard finished < planned.quantity else { return nil }
      var rest = planned.withoutValue
      rest.quantity = planned.quantity - finished
      return rest
    }
  }

  private static func add(
    _ part: RestorationMeasure, to list: inout [RestorationMeasure], field: String
  ) throws(CompensationError) {
    guard let index = list.firstIndex(where: { $0.isLike(part) }) else {
      list.append(part)
      return
    }
    let sum = list[index].quantity + part.quantity
    guard sum <= RestorationMeasure.largestQuantity else {
      throw .invalid(field: field, reason: "altogether more than can be meant")
    }
    list[index].quantity = sum
  }
}
