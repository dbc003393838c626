import Civics
import Contracts
import FoundationEssentials

/// The older virtual cost (环境损害鉴定评估推荐方法第Ⅱ版): D = E × C × m, m by the class of the water.
struct MultiplierCost: JSONConvertible, Equatable, Sendable {
  let discharge: Discharge
  let surfaceWater: SurfaceWaterClass
  /// m, within the range of the class.
  let multiplier: CitedCoefficient

  init(discharge: Discharge, surfaceWater: SurfaceWaterClass, multiplier: CitedCoefficient) {
    self.discharge = discharge
    self.surfaceWater = surfaceWater
    self.multiplier = multiplier
  }

  init(fields: JSONFields) throws(ContractViolation) {
    discharge = try fields.object("discharge")
    surfaceWater = try fields.code("surfaceWater")
    multiplier = try fields.object("multiplier")
  }

  var json: JSON {
    var object = JSONObject()
    object.set("discharge", discharge)
    object.set("surfaceWater", code: surfaceWater)
    object.set("multiplier", multiplier)
    return .object(object)
  }

  /// The amount, with its steps on the sheet.
  func amount(_ rules: DamageRules, _ sheet: inout DamageWorksheet) throws(DamageError) -> Money {
    sheet.write("方法:虚拟治理成本法(环境功能区敏感倍数),D = E × C × m")
    discharge.write(on: &sheet)
    let key = DamageRules.Key.multiplier
    let found = try rules.row(of: surfaceWater, in: key, field: "multiplier.surfaceWater", &sheet)
    let range = try rules.read(key, &sheet) { (_) throws(RuleLookupError) in try found.row.interval("multiplier") }
    guard range.contains(multiplier.value) else {
      throw .outOfRange(
        field: "multiplier.multiplier.value", value: multiplier.value, range: range, source: found.source)
    }
    let water = "地表水\(surfaceWater.symbol)类取值范围 \(range)"
    sheet.write("m 倍数 = \(multiplier.value)(依据:\(multiplier.reason);\(water),\(found.source))")
    return try discharge.amount([multiplier.value], &sheet)
  }
}
