public import FoundationEssentials

/// A message could not be delivered and is given up.
public struct NotificationFailed: EventPayload {
  public static let type: EventType = .notificationFailed

  /// The message.
  public var messageId: UUID
  /// When, in real time.
  public var at: Date
  /// How.
  public var channel: ContactChannel
  /// How many attempts were made.
  public var attempts: Int
  /// The petition, for a contact with a petitioner.
  public var petitionId: UUID?
  /// Which of the three contacts; 0 a notice beside them.
  public var contact: Int?
  /// Why.
  public var reason: DeliveryFailure
  /// The provider's code, never the address.
  public var detail: String?

  public init(
    messageId: UUID, at: Date, channel: ContactChannel, attempts: Int, petitionId: UUID? = nil,
    contact: Int? = nil, reason: DeliveryFailure, detail: String? = nil
  ) {
    self.messageId = messageId
    self.at = at
    self.channel = channel
    self.attempts = attempts
    self.petitionId = petitionId
    self.contact = contact
    self.reason = reason
    self.detail = detail
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    messageId = try fields.uuid("messageId")
    at = try fields.instant("at")
    channel = try fields.code("channel")
    attempts = try fields.integer("attempts")
    petitionId = try fields.optionalUUID("petitionId")
    contact = try fields.optionalInteger("contact", in: 0...3)
    reason = try fields.code("reason")
    detail = try fields.optionalString("detail", limit: 512)
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("messageId", messageId)
    object.set("at", at)
    object.set("channel", code: channel)
    object.set("attempts", attempts)
    object.set("petitionId", petitionId)
    object.set("contact", contact)
    object.set("reason", code: reason)
    object.set("detail", detail)
    return .object(object)
  }

  public var recordKey: String { (petitionId ?? messageId).lowercased }
  public var filters: [CloudEventAttribute] { [CloudEventAttribute(.kind, channel.rawValue)] }
}
