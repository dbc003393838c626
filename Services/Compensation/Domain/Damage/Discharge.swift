import Civics
import Contracts
import FoundationEssentials

/// How much was discharged or dumped, and what a unit of it costs to treat: E and C of the formulas.
struct Discharge: JSONConvertible, Equatable, Sendable {
  /// What the quantity is counted in.
  enum Unit: String, Sendable, CaseIterable {
    case tonne = "t"
    case cubicMetre = "m3"
    case kilogram = "kg"

    var chinese: String {
      switch self {
      case .tonne: "吨"
      case .cubicMetre: "立方米"
      case .kilogram: "千克"
      }
    }
  }

  let quantity: Ratio
  let unit: Unit
  /// How the quantity was found.
  let source: String
  let cost: UnitCost

  init(_ quantity: Ratio, unit: Unit = .tonne, source: String, cost: UnitCost) {
    self.quantity = quantity
    self.unit = unit
    self.source = source
    self.cost = cost
  }

  init(fields: JSONFields) throws(ContractViolation) {
    quantity = try fields.positiveRatio("quantity")
    unit = try fields.code("unit")
    source = try fields.text("source", limit: 1024)
    cost = try fields.object("cost")
  }

  var json: JSON {
    var object = JSONObject()
    object.set("quantity", number: quantity)
    object.set("unit", code: unit)
    object.set("source", source)
    object.set("cost", cost)
    return .object(object)
  }
}
