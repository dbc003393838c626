import Civics
import Contracts
import FoundationEssentials

/// The catalogue of no-penalty and mitigation: item, condition, discretion, legal basis, factors and limits.
enum CatalogueView {
  static func json(_ rules: LenienceRules, at instant: Date) -> JSON {
    var object = JSONObject()
    object.set("at", instant)
    object.set("items", .array(rules.items.map { item($0, rules) }))
    object.set("factors", rules.factors)
    object.set("apology", rules.apology.map { JSON.object(apology($0)) })
    object.set("study", .object(study(rules.study)))
    return .object(object)
  }

  private static func item(_ item: CatalogueItem, _ rules: LenienceRules) -> JSON {
    var object = JSONObject()
    object.set("item", item.code)
    object.set("title", item.name)
    object.set("condition", item.condition)
    object.set("discretion", item.discretion)
    object.set("basis", item.basis)
    object.set("effect", code: item.effect)
    object.set("factors", item.factors)
    object.set("violations", item.violations.isEmpty ? nil : item.violations.sorted())
    object.set("limits", item.limits.isEmpty ? nil : JSON.array(item.limits.map(limit)))
    object.set("leastRate", item.rate?.least.description)
    object.set("mostRate", item.rate?.most.description)
    object.set("derivation", item.reference)
    return .object(object)
  }

  private static func limit(_ limit: CatalogueItem.Limit) -> JSON {
    var object = JSONObject()
    object.set("measure", limit.measure)
    object.set("title", limit.name)
    object.set("within", limit.within.description)
    return .object(object)
  }

  private static func apology(_ apology: ApologyRules) -> JSONObject {
    var object = JSONObject()
    object.set("conditions", codes: apology.conditions)
    object.set("exclusions", Dictionary(apology.exclusions.map { ($0.code, $0.name) }, uniquingKeysWith: { $1 }))
    object.set("rates", .array(apology.rates.map(rate)))
    object.set("capFen", apology.cap?.fen)
    object.set("request", apology.request?.chinese)
    object.set("pledgeTerm", apology.term.chinese)
    object.set("derivation", apology.reference)
    return object
  }

  private static func rate(_ rate: ApologyRules.Rate) -> JSON {
    var object = JSONObject()
    object.set("class", rate.code)
    object.set("title", rate.name)
    object.set("leastRate", rate.range.least.description)
    object.set("mostRate", rate.range.most.description)
    return .object(object)
  }

  private static func study(_ study: StudyRules) -> JSONObject {
    var object = JSONObject()
    object.set("minutesPerUnit", study.minutesPerUnit)
    object.set("minimumUnits", study.minimumUnits)
    object.set("incentives", codes: study.incentives.sorted { $0.rawValue < $1.rawValue })
    object.set("leastRate", study.rate?.least.description)
    object.set("mostRate", study.rate?.most.description)
    return object
  }
}
