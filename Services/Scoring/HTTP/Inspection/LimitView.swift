import Civics
import Contracts

/// What units may emit in a control period, as callers see it.
enum LimitView {
  static let columns = ["对象", "区划代码", "日排放量(克)", "限排比例", "限排后日排放量(克)", "正面清单免限"]

  static func json(_ row: LimitList.Row, _ limits: EmissionLimits) throws -> JSON {
    let emission = row.unit.dailyEmission ?? 0
    let limit = try limits.limit(grams: emission, isListed: row.isListed)
    var object = JSONObject()
    object.set("subjectKey", row.unit.subject)
    object.set("region", row.unit.region)
    object.set("dailyEmissionGrams", emission)
    object.set("cut", limit.cut.exactDecimal)
    object.set("allowedGrams", limit.allowedGrams)
    object.set("exempt", limit.isExempt ? true : nil)
    return .object(object)
  }

  static func row(_ row: LimitList.Row, _ limits: EmissionLimits) throws -> [String] {
    let emission = row.unit.dailyEmission ?? 0
    let limit = try limits.limit(grams: emission, isListed: row.isListed)
    return [
      row.unit.subject, row.unit.region, String(emission), limit.cut.description, String(limit.allowedGrams),
      limit.isExempt ? "是" : "否",
    ]
  }
}
