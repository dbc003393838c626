public import FoundationEssentials

/// The receiver of a message said that it arrived (送达回证).
public struct NotificationAcknowledged: EventPayload {
  public static let type: EventType = .notificationAcknowledged

  /// The message.
  public var messageId: UUID
  /// When, in real time.
  public var at: Date
  /// How the receiver said so.
  public var by: AcknowledgementKind
  /// How the message came.
  public var channel: ContactChannel?
  /// Whom it is for.
  public var audience: MessageAudience
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
  /// The proof on file: the number of the signed note, the entry of the inbox.
  public var proof: String?
  /// SHA-256 of the proof.
  public var proofSha256: String?

  public init(
    messageId: UUID, at: Date, by: AcknowledgementKind, channel: ContactChannel? = nil, audience: MessageAudience,
    subject: String? = nil, addressee: String? = nil, petitionId: UUID? = nil, contact: Int? = nil,
    region: String? = nil, documentNumber: String? = nil, proof: String? = nil, proofSha256: String? = nil
  ) {
    self.messageId = messageId
    self.at = at
    self.by = by
    self.channel = channel
    self.audience = audience
    self.subject = subject
    self.addressee = addressee
    self.petitionId = petitionId
    self.contact = contact
    self.region = region
    self.documentNumber = documentNumber
    self.proof = proof
    self.proofSha256 = proofSha256
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    messageId = try fields.uuid("messageId")
    at = try fields.instant("at")
    by = try fields.code("by")
    channel = try fields.optionalCode("channel")
    audience = try fields.code("audience")
    subject = try fields.optionalString("subject")
    addressee = try fields.optionalString("addressee")
    petitionId = try fields.optionalUUID("petitionId")
    contact = try fields.optionalInteger("contact", in: 0...3)
    region = try fields.optionalRegion("region")
    documentNumber = try fields.optionalString("documentNumber")
    proof = try fields.optionalString("proof", limit: 512)
    proofSha256 = try fields.optionalSHA256("proofSha256")
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("messageId", messageId)
    object.set("at", at)
    object.set("by", code: by)
    object.set("channel", code: channel)
    object.set("audience", code: audience)
    object.set("subject", subject)
    object.set("addressee", addressee)
    object.set("petitionId", petitionId)
    object.set("contact", contact)
    object.set("region", region)
    object.set("documentNumber", documentNumber)
    object.set("proof", proof)
    object.set("proofSha256", proofSha256)
    return .object(object)
  }

  public var recordKey: String { NotificationKey.of(petition: petitionId, subject: subject, message: messageId) }
  public var filters: [CloudEventAttribute] { NotificationKey.filters(channel, region: region) }
}
