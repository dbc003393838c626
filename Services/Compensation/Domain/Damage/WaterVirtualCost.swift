import Civics
import Contracts
import FoundationEssentials

/// Virtual abatement cost of water pollution (GB/T 39793.2-2020): D = E × C × γ, γ = α × τ × ω.
struct WaterVirtualCost: JSONConvertible, Equatable, Sendable {
  /// What τ follows from.
  enum Exceedance: Equatable, Sendable {
    /// The worst of what was measured counts, by table 3.
    case measured([Pollutant])
    /// For solid waste, whose table 4 is not public.
    case cited(CitedCoefficient)
  }

  /// What ω follows from.
  enum Function: Equatable, Sendable {
    case surfaceWater(SurfaceWaterClass)
    case cited(CitedCoefficient)
  }

  let discharge: Discharge
  /// α, by the hazard of what was discharged.
  let hazard: CitedCoefficient
  let exceedance: Exceedance
  let function: Function

  init(discharge: Discharge, hazard: CitedCoefficient, exceedance: Exceedance, function: Function) {
    self.discharge = discharge
    self.hazard = hazard
    self.exceedance = exceedance
    self.function = function
  }

  init(fields: JSONFields) throws(ContractViolation) {
    discharge = try fields.object("discharge")
    hazard = try fields.object("hazard")
    let pollutants: [Pollutant] = try fields.objects("pollutants", maximum: 64)
    let citedExceedance: CitedCoefficient? = try fields.optionalObject("exceedance")
    switch (pollutants.isEmpty, citedExceedance) {
    case (false, nil): exceedance = .measured(pollutants)
    case (true, let cited?): exceedance = .cited(cited)
    default:
      throw fields.violation(.fieldMissing, "pollutants", "Either pollutants or an exceedance is needed, not both.")
    }
    let water: SurfaceWaterClass? = try fields.optionalCode("surfaceWater")
    let citedFunction: CitedCoefficient? = try fields.optionalObject("function")
    switch (water, citedFunction) {
    case (let water?, nil): function = .surfaceWater(water)
    case (nil, let cited?): function = .cited(cited)
    default:
      throw fields.violation(.fieldMissing, "surfaceWater", "Either surfaceWater or a function is needed, not both.")
    }
  }

  var json: JSON {
    var object = JSONObject()
    object.set("discharge", discharge)
    object.set("hazard", hazard)
    switch exceedance {
    case .measured(let pollutants): object.set("pollutants", pollutants)
    case .cited(let cited): object.set("exceedance", cited)
    }
    switch function {
    case .surfaceWater(let water): object.set("surfaceWater", code: water)
    case .cited(let cited): object.set("function", cited)
    }
    return .object(object)
  }
}
