public import FoundationEssentials

/// One petition of a sample.
public struct DrawnPetition: JSONConvertible {
  /// Its place in the draw, from 1.
  public var rank: Int
  /// The petition.
  public var petitionId: UUID
  /// The petition's number for people.
  public var petitionNumber: String

  public init(
    rank: Int, petitionId: UUID, petitionNumber: String
  ) {
    self.rank = rank
    self.petitionId = petitionId
    self.petitionNumber = petitionNumber
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    rank = try fields.integer("rank")
    petitionId = try fields.uuid("petitionId")
    petitionNumber = try fields.string("petitionNumber")
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("rank", rank)
    object.set("petitionId", petitionId)
    object.set("petitionNumber", petitionNumber)
    return .object(object)
  }
}
