import Contracts
import FoundationEssentials

/// What staff ask when they want to know what leniency a penalty case allows.
struct LeniencyRequest: JSONConvertible {
  let subjectKey: String
  let penaltyNumber: String
  /// What the discretion table gives (裁量基准), by the law at the time of the act.
  let discretionFen: Int64
  /// The least that law allows.
  let statutoryMinimumFen: Int64?
  /// When the law of the penalty itself changed since the act.
  let changedLaw: ChangedLaw?
  /// When the act happened or ended; absent means what enforcement told.
  let actAt: Date?
  /// Codes of the catalogue's items that are claimed.
  let items: [String]
  let findings: [FactorFinding]
  let measures: [Measurement]
  /// Codes of excluding circumstances that staff found.
  let circumstances: [String]
  /// The class of the firm for the rate of an apology; absent means everybody else's.
  let apologyClass: String?

  init(fields: JSONFields) throws(ContractViolation) {
    subjectKey = try fields.subjectKey("subjectKey")
    penaltyNumber = try fields.string("penaltyNumber", limit: 128)
    discretionFen = try fields.fen("discretionFen", minimum: 1)
    statutoryMinimumFen = try fields.optionalFen("statutoryMinimumFen")
    changedLaw = try fields.optionalObject("changedLaw")
    actAt = try fields.optionalInstant("actAt")
    items = try fields.strings("items", maximum: 16)
    findings = try fields.objects("findings", maximum: 32)
    measures = try fields.objects("measures", maximum: 32)
    circumstances = try fields.strings("circumstances", maximum: 32)
    apologyClass = try fields.optionalString("apologyClass")
    guard statutoryMinimumFen ?? 0 <= discretionFen else {
      throw fields.violation(.fieldRange, "statutoryMinimumFen", "It is more than the discretion table gives.")
    }
    guard Set(findings.map(\.factor)).count == findings.count else {
      throw fields.violation(.fieldFormat, "findings", "A factor is found once, or not.")
    }
  }

  var json: JSON {
    var object = JSONObject()
    object.set("subjectKey", subjectKey)
    object.set("penaltyNumber", penaltyNumber)
    object.set("discretionFen", discretionFen)
    object.set("statutoryMinimumFen", statutoryMinimumFen)
    object.set("changedLaw", changedLaw)
    object.set("actAt", actAt)
    object.set("items", items.isEmpty ? nil : items)
    object.set("findings", findings.isEmpty ? nil : findings)
    object.set("measures", measures.isEmpty ? nil : measures)
    object.set("circumstances", circumstances.isEmpty ? nil : circumstances)
    object.set("apologyClass", apologyClass)
    return .object(object)
  }
}
