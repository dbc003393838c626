import Civics

extension WaterVirtualCost {
  /// The amount, with its steps on the sheet.
  func amount(_ rules: DamageRules, _ sheet: inout DamageWorksheet) throws(DamageError) -> Money {
    sheet.write("方法:水污染虚拟治理成本法,D = E × C × γ,γ = α × τ × ω")
    discharge.write(on: &sheet)
    let hazard = try rules.cited(
      "α 危害系数", hazard, within: DamageRules.Key.waterHazard, field: "water.hazard.value", &sheet)
    let exceedance = try exceedance(rules, &sheet)
    let function = try function(rules, &sheet)
    return try discharge.amount([hazard, exceedance, function], &sheet)
  }

  private func exceedance(_ rules: DamageRules, _ sheet: inout DamageWorksheet) throws(DamageError) -> Ratio {
    switch exceedance {
    case .cited(let cited):
      return try rules.cited(
        "τ 超标系数", cited, within: DamageRules.Key.waterExceedanceRange, field: "water.exceedance.value", &sheet)
    case .measured(let pollutants):
      return try coefficient(of: worst(of: pollutants, &sheet), rules, &sheet)
    }
  }

  /// The largest multiple by which a limit is exceeded: κ.
  private func worst(of pollutants: [Pollutant], _ sheet: inout DamageWorksheet) throws(DamageError) -> Ratio {
    var worst: Ratio?
    for (index, pollutant) in pollutants.enumerated() {
      let multiple = try pollutant.multiple(field: "water.pollutants[\(index)].limit")
      let difference = "(\(pollutant.measured) − \(pollutant.limit)) ÷ \(pollutant.limit)"
      sheet.write("κ 超标倍数(\(pollutant.code)) = \(difference) = \(multiple)")
      worst = max(worst ?? multiple, multiple)
    }
    guard let worst else { throw .invalid(field: "water.pollutants", reason: "no pollutant is given") }
    return worst
  }

  private func coefficient(
    of multiple: Ratio, _ rules: DamageRules, _ sheet: inout DamageWorksheet
  ) throws(DamageError) -> Ratio {
    let key = DamageRules.Key.waterExceedance
    let table = try rules.read(key, &sheet) { (rules) throws(RuleLookupError) in try rules.table(key) }
    guard let row = table.row(where: "multiple", contains: multiple) else {
      throw .notInTable(field: "water.pollutants", value: multiple.description, known: [])
    }
    let found = try rules.read(key, &sheet) { (rules) throws(RuleLookupError) in
      (
        value: try row.number("coefficient"), range: try row.interval("multiple"),
        source: try rules.reference(key).source
      )
    }
    sheet.write("τ 超标系数 = \(found.value)(κ 最大为 \(multiple),属 \(found.range);\(found.source))")
    return found.value
  }

  private func function(_ rules: DamageRules, _ sheet: inout DamageWorksheet) throws(DamageError) -> Ratio {
    switch function {
    case .cited(let cited):
      return try rules.cited(
        "ω 环境功能系数", cited, within: DamageRules.Key.waterFunctionRange, field: "water.function.value", &sheet)
    case .surfaceWater(let water):
      let key = DamageRules.Key.waterFunction
      let found = try rules.row(of: water, in: key, field: "water.surfaceWater", &sheet)
      let value = try rules.read(key, &sheet) { (_) throws(RuleLookupError) in try found.row.number("coefficient") }
      sheet.write("ω 环境功能系数 = \(value)(地表水\(water.symbol)类;\(found.source))")
      return value
    }
  }
}
