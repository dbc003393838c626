import Contracts
import FoundationEssentials

/// What staff found on the spot about one case of the sample.
struct Inspection: JSONConvertible {
  let petitionId: UUID
  let passed: Bool
  /// The unit that looked.
  let unit: String
  /// What was wrong, in words that may leave; needed where it did not pass.
  let summary: String?

  init(petitionId: UUID, passed: Bool, unit: String, summary: String? = nil) {
    self.petitionId = petitionId
    self.passed = passed
    self.unit = unit
    self.summary = summary
  }

  init(fields: JSONFields) throws(ContractViolation) {
    petitionId = try fields.uuid("petitionId")
    passed = try fields.bool("passed")
    unit = try fields.string("unit")
    summary = try fields.optionalText("summary", limit: 4096)
  }

  var json: JSON {
    var object = JSONObject()
    object.set("petitionId", petitionId)
    object.set("passed", passed)
    object.set("unit", unit)
    object.set("summary", summary)
    return .object(object)
  }
}
