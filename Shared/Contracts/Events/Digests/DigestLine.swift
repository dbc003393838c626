public import FoundationEssentials

/// One petition of a digest.
public struct DigestLine: JSONConvertible {
  /// The petition.
  public var petitionId: UUID
  /// The petition's number for people.
  public var petitionNumber: String
  /// Where it stands.
  public var status: PetitionStatus
  /// The due date that runs or ran out; absent when none does.
  public var due: Date?

  public init(
    petitionId: UUID, petitionNumber: String, status: PetitionStatus, due: Date? = nil
  ) {
    self.petitionId = petitionId
    self.petitionNumber = petitionNumber
    self.status = status
    self.due = due
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    petitionId = try fields.uuid("petitionId")
    petitionNumber = try fields.string("petitionNumber")
    status = try fields.code("status")
    due = try fields.optionalInstant("due")
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("petitionId", petitionId)
    object.set("petitionNumber", petitionNumber)
    object.set("status", code: status)
    object.set("due", due)
    return .object(object)
  }
}
