import Contracts
import FoundationEssentials

/// An expert as staff enter or change them.
struct ExpertForm: JSONConvertible {
  /// Whose pool it is: of a city or of a county (GB/T 2260).
  var region: String
  var level: PoolLevel
  var name: String
  var fields: [ExpertField]
  /// The grade (职称), as a code of the rule packs.
  var grade: String
  /// Where the expert works.
  var employer: String
  /// Its key, where it has one: an expert stands back where the employer is the obligor.
  var employerKey: String?
  /// Subjects that the expert has an interest in, by their keys (回避).
  var interests: [String]
  /// False takes the expert out of the pool; absent means true.
  var active: Bool?

  init(fields: JSONFields) throws(ContractViolation) {
    region = try fields.region("region")
    level = try fields.code("level")
    name = try fields.text("name", limit: 128)
    self.fields = try fields.codes("fields", required: true, maximum: 16)
    grade = try fields.string("grade")
    employer = try fields.text("employer", limit: 256)
    employerKey = try fields.optionalSubjectKey("employerKey")
    interests = try fields.strings("interests")
    active = try fields.optionalBool("active")

    guard !self.fields.isEmpty else { throw fields.violation(.fieldEmpty, "fields") }
    try SubjectCheck.check(region: region, field: fields.path("region"))
    if let employerKey { try SubjectCheck.check(employerKey, field: fields.path("employerKey")) }
    for (index, key) in interests.enumerated() {
      try SubjectCheck.check(key, field: fields.path("interests[\(index)]"))
    }
  }

  var json: JSON {
    var object = JSONObject()
    object.set("region", region)
    object.set("level", code: level)
    object.set("name", name)
    object.set("fields", codes: fields)
    object.set("grade", grade)
    object.set("employer", employer)
    object.set("employerKey", employerKey)
    object.set("interests", interests.isEmpty ? nil : interests)
    object.set("active", active)
    return .object(object)
  }
}
