public import FoundationEssentials

/// A message was delivered, with proof.
public struct NotificationDelivered: EventPayload {
  public static let type: EventType = .notificationDelivered

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
  /// The proof on file: the provider's receipt, the number of the delivery note.
  public var proof: String
  /// SHA-256 of the proof.
  public var proofSha256: String?
  /// Whom it is for.
  public var audience: MessageAudience?
  /// What the message is about, and what keeps its order: a petition's, case's or endpoint's id, an enterprise's key.
  public var subject: String?
  /// Who gets it, by the key of the addressee book; absent for a petitioner, who has none.
  public var addressee: String?
  /// The template's code.
  public var template: String?
  /// The region (GB/T 2260) it belongs to.
  public var region: String?
  /// The number of the document (文号), when the message is one.
  public var documentNumber: String?

  public init(
    messageId: UUID, at: Date, channel: ContactChannel, attempts: Int, petitionId: UUID? = nil, contact: Int? = nil,
    proof: String, proofSha256: String? = nil, audience: MessageAudience? = nil, subject: String? = nil,
    addressee: String? = nil, template: String? = nil, region: String? = nil, documentNumber: String? = nil
  ) {
    self.messageId = messageId
    self.at = at
    self.channel = channel
    self.attempts = attempts
    self.petitionId = petitionId
    self.contact = contact
    self.proof = proof
    self.proofSha256 = proofSha256
    self.audience = audience
    self.subject = subject
    self.addressee = addressee
    self.template = template
    self.region = region
    self.documentNumber = documentNumber
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    messageId = try fields.uuid("messageId")
    at = try fields.instant("at")
    channel = try fields.code("channel")
    attempts = try fields.integer("attempts")
    petitionId = try fields.optionalUUID("petitionId")
    contact = try fields.optionalInteger("contact", in: 0...3)
    proof = try fields.string("proof", limit: 512)
    proofSha256 = try fields.optionalSHA256("proofSha256")
    audience = try fields.optionalCode("audience")
    subject = try fields.optionalString("subject")
    addressee = try fields.optionalString("addressee")
    template = try fields.optionalString("template")
    region = try fields.optionalRegion("region")
    documentNumber = try fields.optionalString("documentNumber")
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("messageId", messageId)
    object.set("at", at)
    object.set("channel", code: channel)
    object.set("attempts", attempts)
    object.set("petitionId", petitionId)
    object.set("contact", contact)
    object.set("proof", proof)
    object.set("proofSha256", proofSha256)
    object.set("audience", code: audience)
    object.set("subject", subject)
    object.set("addressee", addressee)
    object.set("template", template)
    object.set("region", region)
    object.set("documentNumber", documentNumber)
    return .object(object)
  }

  public var recordKey: String { NotificationKey.of(petition: petitionId, subject: subject, message: messageId) }
  public var filters: [CloudEventAttribute] { NotificationKey.filters(channel, region: region) }
}
