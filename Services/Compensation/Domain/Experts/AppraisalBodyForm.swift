import Civics
import Contracts
import FoundationEssentials

/// An appraisal body as staff enter or change it.
struct AppraisalBodyForm: JSONConvertible {
  /// Its unified social credit code, as a subject key.
  var bodyKey: String
  var title: String
  var kind: AppraisalKind
  var fields: [ExpertField]
  /// The number of its licence, or of the list that recommends it.
  var licence: String?
  /// The last day on which the licence holds.
  var validThrough: CivilDate?
  /// False takes it out of the register; absent means true.
  var active: Bool?

  init(fields: JSONFields) throws(ContractViolation) {
    bodyKey = try fields.subjectKey("bodyKey")
    title = try fields.text("title", limit: 256)
    kind = try fields.code("kind")
    self.fields = try fields.codes("fields", required: true, maximum: 16)
    licence = try fields.optionalString("licence")
    validThrough = try fields.optionalDay("validThrough")
    active = try fields.optionalBool("active")

    guard !self.fields.isEmpty else { throw fields.violation(.fieldEmpty, "fields") }
    try SubjectCheck.check(bodyKey, field: fields.path("bodyKey"))
    guard kind != .judicial || licence != nil else { throw fields.violation(.fieldMissing, "licence") }
  }

  var json: JSON {
    var object = JSONObject()
    object.set("bodyKey", bodyKey)
    object.set("title", title)
    object.set("kind", code: kind)
    object.set("fields", codes: fields)
    object.set("licence", licence)
    object.set("validThrough", day: validThrough)
    object.set("active", active)
    return .object(object)
  }
}
