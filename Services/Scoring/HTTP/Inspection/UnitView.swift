import Civics
import Contracts
import FoundationEssentials

/// Units, inspectors and plans as callers see them.
enum UnitView {
  static func json(_ unit: SupervisedUnit, _ plan: StoredPlan? = nil) -> JSON {
    var object = JSONObject()
    object.set("subjectKey", unit.subject)
    object.set("region", unit.region)
    object.set("inspectionClass", code: unit.inspectionClass)
    object.set("groups", unit.groups)
    object.set("trades", unit.trades)
    object.set("dailyEmissionGrams", unit.dailyEmission)
    object.set("active", unit.isActive)
    object.set("updatedAt", unit.updatedAt)
    object.set("plan", plan.map(Self.plan))
    return .object(object)
  }

  static func json(_ inspector: Inspector) -> JSON {
    var object = JSONObject()
    object.set("number", inspector.number)
    object.set("region", inspector.region)
    object.set("interests", inspector.interests)
    object.set("active", inspector.isActive)
    object.set("updatedAt", inspector.updatedAt)
    return .object(object)
  }

  static func plan(_ stored: StoredPlan) -> JSON {
    var object = JSONObject()
    object.set("subjectKey", stored.subject)
    object.set("region", stored.region)
    object.set("colour", code: stored.colour)
    object.set("perYear", stored.plan.perYear.exactDecimal)
    object.set("mode", code: stored.plan.mode)
    object.set("reasons", codes: stored.plan.reasons)
    object.set("specialUntil", stored.plan.specialUntil)
    object.set("rule", stored.plan.rule)
    object.set("updatedAt", stored.updatedAt)
    return .object(object)
  }

  static let columns = ["对象", "区划代码", "检查类别", "分类", "行业", "日排放量(克)", "在册", "更新时间"]

  static func row(_ unit: SupervisedUnit) -> [String] {
    [
      unit.subject, unit.region, unit.inspectionClass.rawValue, unit.groups.joined(separator: " "),
      unit.trades.joined(separator: " "), unit.dailyEmission.map(String.init) ?? "", yes(unit.isActive),
      OfficeTime.text(unit.updatedAt),
    ]
  }

  static let inspectorColumns = ["执法证号", "区划代码", "回避对象", "在册", "更新时间"]

  static func row(_ inspector: Inspector) -> [String] {
    [
      inspector.number, inspector.region, inspector.interests.joined(separator: " "), yes(inspector.isActive),
      OfficeTime.text(inspector.updatedAt),
    ]
  }

  private static func yes(_ holds: Bool) -> String { holds ? "是" : "否" }

  static let planColumns = ["对象", "区划代码", "颜色", "每年现场检查次数", "监管方式", "依据", "特殊监管对象至", "更新时间"]

  static func row(_ stored: StoredPlan) -> [String] {
    [
      stored.subject, stored.region, stored.colour.rawValue, stored.plan.perYear.description, stored.plan.mode.rawValue,
      stored.plan.reasons.map(\.rawValue).joined(separator: " "),
      stored.plan.specialUntil.map { OfficeTime.text($0) } ?? "", OfficeTime.text(stored.updatedAt),
    ]
  }
}
