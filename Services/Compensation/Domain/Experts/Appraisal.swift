import Contracts
import FoundationEssentials

/// An appraisal that a body was entrusted with (委托鉴定评估).
struct Appraisal: JSONConvertible {
  var id: UUID
  var kind: AppraisalKind
  var bodyKey: String
  /// Whether the obligor entrusted it too.
  var jointly: Bool
  var entrustedAt: Date
  var reportedAt: Date?
  /// What it puts the damage at, in fen.
  var amountFen: Int64?
  var restorability: Restorability?
  var report: EvidenceReference?

  init(
    id: UUID, kind: AppraisalKind, bodyKey: String, jointly: Bool, entrustedAt: Date, reportedAt: Date? = nil,
    amountFen: Int64? = nil, restorability: Restorability? = nil, report: EvidenceReference? = nil
  ) {
    self.id = id
    self.kind = kind
    self.bodyKey = bodyKey
    self.jointly = jointly
    self.entrustedAt = entrustedAt
    self.reportedAt = reportedAt
    self.amountFen = amountFen
    self.restorability = restorability
    self.report = report
  }

  init(fields: JSONFields) throws(ContractViolation) {
    id = try fields.uuid("id")
    kind = try fields.code("kind")
    bodyKey = try fields.subjectKey("bodyKey")
    jointly = try fields.bool("jointly")
    entrustedAt = try fields.instant("entrustedAt")
    reportedAt = try fields.optionalInstant("reportedAt")
    amountFen = try fields.optionalFen("amountFen")
    restorability = try fields.optionalCode("restorability")
    report = try fields.optionalObject("report")
  }

  var json: JSON {
    var object = JSONObject()
    object.set("id", id)
    object.set("kind", code: kind)
    object.set("bodyKey", bodyKey)
    object.set("jointly", jointly)
    object.set("entrustedAt", entrustedAt)
    object.set("reportedAt", reportedAt)
    object.set("amountFen", amountFen)
    object.set("restorability", code: restorability)
    object.set("report", report)
    return .object(object)
  }
}
