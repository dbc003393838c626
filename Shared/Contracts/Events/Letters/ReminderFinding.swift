public import FoundationEssentials

/// One problem a work reminder letter tells of.
public struct ReminderFinding: JSONConvertible {
  /// The petition it was found in; absent for a problem of the whole bureau.
  public var petitionId: UUID?
  /// That petition's number for people.
  public var petitionNumber: String?
  /// What is wrong, in words that staff approved; never the complainant's.
  public var summary: String

  public init(
    petitionId: UUID? = nil, petitionNumber: String? = nil, summary: String
  ) {
    self.petitionId = petitionId
    self.petitionNumber = petitionNumber
    self.summary = summary
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    petitionId = try fields.optionalUUID("petitionId")
    petitionNumber = try fields.optionalString("petitionNumber")
    summary = try fields.text("summary", limit: 4096)
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("petitionId", petitionId)
    object.set("petitionNumber", petitionNumber)
    object.set("summary", summary)
    return .object(object)
  }
}
