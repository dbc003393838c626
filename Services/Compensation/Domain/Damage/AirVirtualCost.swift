import Civics
import Contracts
import FoundationEssentials

/// Virtual abatement cost of air pollution (GB/T 39793.1-2020): D = E × C × γ, γ = (α × β + ω) × τ.
struct AirVirtualCost: JSONConvertible, Equatable, Sendable {
  let discharge: Discharge
  /// α, by the hazard of what was discharged.
  let hazard: CitedCoefficient
  /// β, by who and what lives around (受体敏感系数).
  let sensitivity: CitedCoefficient
  /// ω, by the function of the place.
  let function: CitedCoefficient
  /// τ, by how much a limit was exceeded.
  let exceedance: CitedCoefficient

  init(
    discharge: Discharge, hazard: CitedCoefficient, sensitivity: CitedCoefficient, function: CitedCoefficient,
    exceedance: CitedCoefficient
  ) {
    self.discharge = discharge
    self.hazard = hazard
    self.sensitivity = sensitivity
    self.function = function
    self.exceedance = exceedance
  }

  init(fields: JSONFields) throws(ContractViolation) {
    discharge = try fields.object("discharge")
    hazard = try fields.object("hazard")
    sensitivity = try fields.object("sensitivity")
    function = try fields.object("function")
    exceedance = try fields.object("exceedance")
  }

  var json: JSON {
    var object = JSONObject()
    object.set("discharge", discharge)
    object.set("hazard", hazard)
    object.set("sensitivity", sensitivity)
    object.set("function", function)
    object.set("exceedance", exceedance)
    return .object(object)
  }

  /// The amount, with its steps on the sheet.
  func amount(_ rules: DamageRules, _ sheet: inout DamageWorksheet) throws(DamageError) -> Money {
    sheet.write("方法:大气污染虚拟治理成本法,D = E × C × γ,γ = (α × β + ω) × τ")
    discharge.write(on: &sheet)
    let hazard = try rules.cited(
      "α 危害系数", hazard, within: DamageRules.Key.airHazard, field: "air.hazard.value", &sheet)
    let sensitivity = try rules.cited(
      "β 受体敏感系数", sensitivity, within: DamageRules.Key.airSensitivity, field: "air.sensitivity.value", &sheet)
    let function = try rules.cited(
      "ω 环境功能系数", function, within: DamageRules.Key.airFunction, field: "air.function.value", &sheet)
    let exceedance = try rules.cited(
      "τ 超标系数", exceedance, within: DamageRules.Key.airExceedance, field: "air.exceedance.value", &sheet)
    let sum: Ratio
    do throws(AmountError) { sum = try hazard * sensitivity + function } catch { throw .tooLarge }
    sheet.write("α × β + ω = \(hazard) × \(sensitivity) + \(function) = \(sum)")
    return try discharge.amount([sum, exceedance], &sheet)
  }
}
