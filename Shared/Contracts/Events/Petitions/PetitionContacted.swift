public import FoundationEssentials

/// One of the three contacts (收到、受理、办结) was made, or shown to be impossible.
public struct PetitionContacted: EventPayload {
  public static let type: EventType = .petitionContacted

  /// The petition.
  public var petitionId: UUID
  /// The petition's number for people.
  public var petitionNumber: String
  /// The region of the pollution (GB/T 2260).
  public var region: String
  /// When it happened, in business time.
  public var at: Date
  /// Which: 1 received, 2 accepted or refused, 3 concluded.
  public var contact: Int
  /// What came of it.
  public var outcome: ContactOutcome
  /// How.
  public var channel: ContactChannel?
  /// How many attempts it took.
  public var attempts: Int?
  /// The message that made it, with whose proof it stands.
  public var messageId: UUID?

  public init(
    petitionId: UUID, petitionNumber: String, region: String, at: Date, contact: Int, outcome: ContactOutcome,
    channel: ContactChannel? = nil, attempts: Int? = nil, messageId: UUID? = nil
  ) {
    self.petitionId = petitionId
    self.petitionNumber = petitionNumber
    self.region = region
    self.at = at
    self.contact = contact
    self.outcome = outcome
    self.channel = channel
    self.attempts = attempts
    self.messageId = messageId
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    petitionId = try fields.uuid("petitionId")
    petitionNumber = try fields.string("petitionNumber")
    region = try fields.region("region")
    at = try fields.instant("at")
    contact = try fields.integer("contact", in: 1...3)
    outcome = try fields.code("outcome")
    channel = try fields.optionalCode("channel")
    attempts = try fields.optionalInteger("attempts")
    messageId = try fields.optionalUUID("messageId")
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("petitionId", petitionId)
    object.set("petitionNumber", petitionNumber)
    object.set("region", region)
    object.set("at", at)
    object.set("contact", contact)
    object.set("outcome", code: outcome)
    object.set("channel", code: channel)
    object.set("attempts", attempts)
    object.set("messageId", messageId)
    return .object(object)
  }

  public var recordKey: String { petitionId.lowercased }
  public var filters: [CloudEventAttribute] { [CloudEventAttribute(.region, region)] }
}
