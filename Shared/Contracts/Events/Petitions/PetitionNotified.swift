public import FoundationEssentials

/// The petitioner was told something beside the three contacts, or shown to be out of reach.
public struct PetitionNotified: EventPayload {
  public static let type: EventType = .petitionNotified

  /// The petition.
  public var petitionId: UUID
  /// The petition's number for people.
  public var petitionNumber: String
  /// The region of the pollution (GB/T 2260).
  public var region: String
  /// When it happened, in business time.
  public var at: Date
  /// What.
  public var notice: NoticeKind
  /// What came of it.
  public var outcome: ContactOutcome
  /// The channel.
  public var channel: ContactChannel?
  /// How many attempts.
  public var attempts: Int?
  /// The message.
  public var messageId: UUID?

  public init(
    petitionId: UUID, petitionNumber: String, region: String, at: Date, notice: NoticeKind, outcome: ContactOutcome,
    channel: ContactChannel? = nil, attempts: Int? = nil, messageId: UUID? = nil
  ) {
    self.petitionId = petitionId
    self.petitionNumber = petitionNumber
    self.region = region
    self.at = at
    self.notice = notice
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
    notice = try fields.code("notice")
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
    object.set("notice", code: notice)
    object.set("outcome", code: outcome)
    object.set("channel", code: channel)
    object.set("attempts", attempts)
    object.set("messageId", messageId)
    return .object(object)
  }

  public var recordKey: String { petitionId.lowercased }
  public var filters: [CloudEventAttribute] { [CloudEventAttribute(.region, region)] }
}
