public import FoundationEssentials

/// More came in on the same matter and was added to the case.
public struct PetitionSupplemented: EventPayload {
  public static let type: EventType = .petitionSupplemented

  /// The petition.
  public var petitionId: UUID
  /// The petition's number for people.
  public var petitionNumber: String
  /// The region of the pollution (GB/T 2260).
  public var region: String
  /// When it happened, in business time.
  public var at: Date
  /// Its number within the case, from 1.
  public var supplement: Int
  /// How it came in.
  public var channel: IntakeChannel
  /// True when fields of the first complaint were given differently: staff must look.
  public var contradicts: Bool?
  /// How many pieces of material came with it.
  public var attachments: Int?

  public init(
    petitionId: UUID, petitionNumber: String, region: String, at: Date, supplement: Int,
    channel: IntakeChannel, contradicts: Bool? = nil, attachments: Int? = nil
  ) {
    self.petitionId = petitionId
    self.petitionNumber = petitionNumber
    self.region = region
    self.at = at
    self.supplement = supplement
    self.channel = channel
    self.contradicts = contradicts
    self.attachments = attachments
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    petitionId = try fields.uuid("petitionId")
    petitionNumber = try fields.string("petitionNumber")
    region = try fields.region("region")
    at = try fields.instant("at")
    supplement = try fields.integer("supplement")
    channel = try fields.code("channel")
    contradicts = try fields.optionalBool("contradicts")
    attachments = try fields.optionalInteger("attachments")
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("petitionId", petitionId)
    object.set("petitionNumber", petitionNumber)
    object.set("region", region)
    object.set("at", at)
    object.set("supplement", supplement)
    object.set("channel", code: channel)
    object.set("contradicts", contradicts)
    object.set("attachments", attachments)
    return .object(object)
  }

  public var recordKey: String { petitionId.lowercased }
  public var filters: [CloudEventAttribute] { [CloudEventAttribute(.region, region)] }
}
