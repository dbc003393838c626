public import FoundationEssentials

/// A message was taken and will be sent when its time comes.
public struct NotificationQueued: EventPayload {
  public static let type: EventType = .notificationQueued

  /// The message.
  public var messageId: UUID
  /// When, in real time.
  public var at: Date
  /// Whom it is for.
  public var audience: MessageAudience
  /// What the message is about, and what keeps its order: a petition's, case's or endpoint's id, an enterprise's key.
  public var subject: String?
  /// Who gets it, by the key of the addressee book; absent for a petitioner, who has none.
  public var addressee: String?
  /// The template's code.
  public var template: String
  /// The channels that will be tried, in order.
  public var channels: [ContactChannel]
  /// How pressing it is.
  public var urgency: MessageUrgency
  /// The petition, for a contact with a petitioner.
  public var petitionId: UUID?
  /// Which of the three contacts; 0 a notice beside them.
  public var contact: Int?
  /// The region (GB/T 2260) it belongs to.
  public var region: String?
  /// The number of the document (文号), when the message is one.
  public var documentNumber: String?
  /// It is not sent before this.
  public var notBefore: Date?
  /// After this it makes no sense any more.
  public var expiresAt: Date?
  /// True when the receiver must say that it arrived (送达回证). Absent means false.
  public var wantsAcknowledgement: Bool?

  public init(
    messageId: UUID, at: Date, audience: MessageAudience, subject: String? = nil, addressee: String? = nil,
    template: String, channels: [ContactChannel], urgency: MessageUrgency, petitionId: UUID? = nil, contact: Int? = nil,
    region: String? = nil, documentNumber: String? = nil, notBefore: Date? = nil, expiresAt: Date? = nil,
    wantsAcknowledgement: Bool? = nil
  ) {
    self.messageId = messageId
    self.at = at
    self.audience = audience
    self.subject = subject
    self.addressee = addressee
    self.template = template
    self.channels = channels
    self.urgency = urgency
    self.petitionId = petitionId
    self.contact = contact
    self.region = region
    self.documentNumber = documentNumber
    self.notBefore = notBefore
    self.expiresAt = expiresAt
    self.wantsAcknowledgement = wantsAcknowledgement
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    messageId = try fields.uuid("messageId")
    at = try fields.instant("at")
    audience = try fields.code("audience")
    subject = try fields.optionalString("subject")
    addressee = try fields.optionalString("addressee")
    template = try fields.string("template")
    channels = try fields.codes("channels", required: true)
    urgency = try fields.code("urgency")
    petitionId = try fields.optionalUUID("petitionId")
    contact = try fields.optionalInteger("contact", in: 0...3)
    region = try fields.optionalRegion("region")
    documentNumber = try fields.optionalString("documentNumber")
    notBefore = try fields.optionalInstant("notBefore")
    expiresAt = try fields.optionalInstant("expiresAt")
    wantsAcknowledgement = try fields.optionalBool("wantsAcknowledgement")
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("messageId", messageId)
    object.set("at", at)
    object.set("audience", code: audience)
    object.set("subject", subject)
    object.set("addressee", addressee)
    object.set("template", template)
    object.set("channels", codes: channels)
    object.set("urgency", code: urgency)
    object.set("petitionId", petitionId)
    object.set("contact", contact)
    object.set("region", region)
    object.set("documentNumber", documentNumber)
    object.set("notBefore", notBefore)
    object.set("expiresAt", expiresAt)
    object.set("wantsAcknowledgement", wantsAcknowledgement)
    return .object(object)
  }

  public var recordKey: String { NotificationKey.of(petition: petitionId, subject: subject, message: messageId) }
  public var filters: [CloudEventAttribute] { NotificationKey.filters(channels.first, region: region) }
}
