import Civics

/// The tables and limits that damage is computed by.
struct DamageRules: Sendable {
  /// The keys in the rule packs.
  enum Key {
    static let waterExceedance = "compensation.water.exceedance"
    static let waterExceedanceRange = "compensation.water.exceedance.range"
    static let waterFunction = "compensation.water.function"
    static let waterFunctionRange = "compensation.water.function.range"
    static let waterHazard = "compensation.water.hazard.range"
    static let airHazard = "compensation.air.hazard.range"
    static let airSensitivity = "compensation.air.sensitivity.range"
    static let airFunction = "compensation.air.function.range"
    static let airExceedance = "compensation.air.exceedance.range"
    static let multiplier = "compensation.multiplier-2014"
    static let virtualCostHead = "compensation.virtual-cost.head"
    static let baselineShare = "compensation.baseline.share"
    static let simpleLimit = "compensation.simple-case.limit"
    static let dust = "compensation.dust"
    static let dustParameters = "compensation.dust.parameters"
  }

  let rules: RulesInForce

  init(_ rules: RulesInForce) { self.rules = rules }

  /// What a rule says, the rule noted on the sheet.
  func read<Value>(
    _ key: String, _ sheet: inout DamageWorksheet, as read: (RulesInForce) throws(RuleLookupError) -> Value
  ) throws(DamageError) -> Value {
    do throws(RuleLookupError) {
      let value = try read(rules)
      sheet.note(try rules.reference(key))
      return value
    } catch {
      throw .rule(error)
    }
  }

  /// A coefficient that was entered, checked against its range and written down.
  func cited(
    _ symbol: String, _ coefficient: CitedCoefficient, within key: String, field: String,
    _ sheet: inout DamageWorksheet
  ) throws(DamageError) -> Ratio {
    let range = try read(key, &sheet) { (rules) throws(RuleLookupError) in try rules.interval(key) }
    let source = try read(key, &sheet) { (rules) throws(RuleLookupError) in try rules.reference(key).source }
    guard range.contains(coefficient.value) else {
      throw .outOfRange(field: field, value: coefficient.value, range: range, source: source)
    }
    sheet.write("\(symbol) = \(coefficient.value)(依据:\(coefficient.reason);取值范围 \(range),\(source))")
    return coefficient.value
  }

  /// The row of a class of surface water.
  func row(
    of water: SurfaceWaterClass, in key: String, field: String, _ sheet: inout DamageWorksheet
  ) throws(DamageError) -> (row: RuleRow, source: String) {
    let table = try read(key, &sheet) { (rules) throws(RuleLookupError) in try rules.table(key) }
    guard let row = table.row(where: "class", is: water.symbol) else {
      throw .notInTable(
        field: field, value: water.symbol, known: table.rows.compactMap { try? $0.text("class") })
    }
    let source = try read(key, &sheet) { (rules) throws(RuleLookupError) in try rules.reference(key).source }
    return (row, source)
  }
}
