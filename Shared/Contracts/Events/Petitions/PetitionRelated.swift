public import FoundationEssentials

/// Two petitions were found to belong together; each of them has an event of its own, so that both directions can be
/// seen.
public struct PetitionRelated: EventPayload {
  public static let type: EventType = .petitionRelated

  /// The petition.
  public var petitionId: UUID
  /// The petition's number for people.
  public var petitionNumber: String
  /// The region of the pollution (GB/T 2260).
  public var region: String
  /// When it happened, in business time.
  public var at: Date
  /// How this petition stands to the other.
  public var relation: PetitionRelation
  /// The other petition.
  public var otherId: UUID
  /// The other petition's number for people.
  public var otherNumber: String
  /// What they have in common.
  public var reasons: [RelationReason]
  /// True when no staff decided it.
  public var automatic: Bool?
  /// How many petitions on the matter this one counts now, itself included.
  public var repeats: Int?
  /// How many more petitions came to it at the same moment; each of them tells of its own side.
  public var others: Int?

  public init(
    petitionId: UUID, petitionNumber: String, region: String, at: Date, relation: PetitionRelation, otherId: UUID,
    otherNumber: String, reasons: [RelationReason] = [], automatic: Bool? = nil, repeats: Int? = nil,
    others: Int? = nil
  ) {
    self.petitionId = petitionId
    self.petitionNumber = petitionNumber
    self.region = region
    self.at = at
    self.relation = relation
    self.otherId = otherId
    self.otherNumber = otherNumber
    self.reasons = reasons
    self.automatic = automatic
    self.repeats = repeats
    self.others = others
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    petitionId = try fields.uuid("petitionId")
    petitionNumber = try fields.string("petitionNumber")
    region = try fields.region("region")
    at = try fields.instant("at")
    relation = try fields.code("relation")
    otherId = try fields.uuid("otherId")
    otherNumber = try fields.string("otherNumber")
    reasons = try fields.codes("reasons")
    automatic = try fields.optionalBool("automatic")
    repeats = try fields.optionalInteger("repeats")
    others = try fields.optionalInteger("others")
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
    object.set("reasons", codes: reasons.isEmpty ? nil : reasons)
    object.set("automatic", automatic)
    object.set("repeats", repeats)
    object.set("others", others)
    return .object(object)
  }

  public var recordKey: String { petitionId.lowercased }
  public var filters: [CloudEventAttribute] { [CloudEventAttribute(.region, region)] }
}
