public import FoundationEssentials

/// A message did not get through by one channel, and is tried by the next.
public struct NotificationChannelFailed: EventPayload {
  public static let type: EventType = .notificationChannelFailed

  /// The message.
  public var messageId: UUID
  /// When, in real time.
  public var at: Date
  /// The channel that is given up.
  public var channel: ContactChannel
  /// How many attempts were made by it.
  public var attempts: Int
  /// The channel that is tried now.
  public var next: ContactChannel
  /// Why.
  public var reason: DeliveryFailure
  /// The provider's code, never the address.
  public var detail: String?
  /// Whom it is for.
  public var audience: MessageAudience?
  /// What the message is about, and what keeps its order: a petition's, case's or endpoint's id, an enterprise's key.
  public var subject: String?
  /// Who gets it, by the key of the addressee book; absent for a petitioner, who has none.
  public var addressee: String?
  /// The petition, for a contact with a petitioner.
  public var petitionId: UUID?
  /// Which of the three contacts; 0 a notice beside them.
  public var contact: Int?
  /// The region (GB/T 2260) it belongs to.
  public var region: String?
  /// The number of the document (文号), when the message is one.
  public var documentNumber: String?

  public init(
    messageId: UUID, at: Date, channel: ContactChannel, attempts: Int, next: ContactChannel, reason: DeliveryFailure,
    detail: String? = nil, audience: MessageAudience? = nil, subject: String? = nil, addressee: String? = nil,
    petitionId: UUID? = nil, contact: Int? = nil, region: String? = nil, documentNumber: String? = nil
  ) {
    self.messageId = messageId
    self.at = at
    self.channel = channel
    self.attempts = attempts
    self.next = next
    self.reason = reason
    self.detail = detail
    self.audience = audience
    self.subject = subject
    self.addressee = addressee
    self.petitionId = petitionId
    self.contact = contact
    self.region = region
    self.documentNumber = documentNumber
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    messageId = try fields.uuid("messageId")
    at = try fields.instant("at")
    channel = try fields.code("channel")
    attempts = try fields.integer("attempts")
    next = try fields.code("next")
    reason = try fields.code("reason")
    detail = try fields.optionalString("detail", limit: 512)
    audience = try fields.optionalCode("audience")
    subject = try fields.optionalString("subject")
    addressee = try fields.optionalString("addressee")
    petitionId = try fields.optionalUUID("petitionId")
    contact = try fields.optionalInteger("contact", in: 0...3)
    region = try fields.optionalRegion("region")
    documentNumber = try fields.optionalString("documentNumber")
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("messageId", messageId)
    object.set("at", at)
    object.set("channel", code: channel)
    object.set("attempts", attempts)
    object.set("next", code: next)
    object.set("reason", code: reason)
    object.set("detail", detail)
    object.set("audience", code: audience)
    object.set("subject", subject)
    object.set("addressee", addressee)
    object.set("petitionId", petitionId)
    object.set("contact", contact)
    object.set("region", region)
    object.set("documentNumber", documentNumber)
    return .object(object)
  }

  public var recordKey: String { NotificationKey.of(petition: petitionId, subject: subject, message: messageId) }
  public var filters: [CloudEventAttribute] { NotificationKey.filters(channel, region: region) }
}
