public import FoundationEssentials

/// Staff took back that two petitions belong together; each of them has an event of its own.
public struct PetitionUnrelated: EventPayload {
  public static let type: EventType = .petitionUnrelated

  /// The petition.
  public var petitionId: UUID
  /// The petition's number for people.
  public var petitionNumber: String
  /// The region of the pollution (GB/T 2260).
  public var region: String
  /// When it happened, in business time.
  public var at: Date
  /// How this petition stood to the other.
  public var relation: PetitionRelation
  /// The other petition.
  public var otherId: UUID
  /// The other petition's number for people.
  public var otherNumber: String
  /// How many petitions on the matter this one counts now, itself included.
  public var repeats: Int?

  public init(
    petitionId: UUID, petitionNumber: String, region: String, at: Date, relation: PetitionRelation, otherId: UUID,
    otherNumber: String, repeats: Int? = nil
  ) {
    self.petitionId = petitionId
    self.petitionNumber = petitionNumber
    self.region = region
    self.at = at
    self.relation = relation
    self.otherId = otherId
    self.otherNumber = otherNumber
    self.repeats = repeats
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    petitionId = try fields.uuid("petitionId")
    petitionNumber = try fields.string("petitionNumber")
    region = try fields.region("region")
    at = try fields.instant("at")
    relation = try fields.code("relation")
    otherId = try fields.uuid("otherId")
    otherNumber = try fields.string("otherNumber")
    repeats = try fields.optionalInteger("repeats")
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("petitionId", petitionId)
    object.set("petitionNumber", petitionNumber)
    object.set("region", region)
    object.set("at", at)
    object.set("relation", code: relation)
    object.set("otherId", otherId)
    object.set("otherNumber", otherNumber)
    object.set("repeats", repeats)
    return .object(object)
  }

  public var recordKey: String { petitionId.lowercased }
  public var filters: [CloudEventAttribute] { [CloudEventAttribute(.region, region)] }
}
