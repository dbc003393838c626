import Contracts

/// What staff decided about a recommendation for the positive list.
struct ListingForm: JSONConvertible {
  enum Decision: String, Sendable, CaseIterable {
    case enter
    case refuse
  }

  let decision: Decision
  /// Conditions that staff looked at and found met.
  let confirmed: [String]
  /// Items of the screening that staff looked at and found met.
  let screening: [String]

  init(fields: JSONFields) throws(ContractViolation) {
    decision = try fields.code("decision")
    confirmed = try fields.strings("confirmed", maximum: 16, limit: 64)
    screening = try fields.strings("screening", maximum: 16, limit: 64)
  }

  var json: JSON {
    var object = JSONObject()
    object.set("decision", code: decision)
    object.set("confirmed", confirmed)
    object.set("screening", screening)
    return .object(object)
  }
}
