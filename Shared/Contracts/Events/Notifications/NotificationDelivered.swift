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

  public init(
    messageId: UUID, at: Date, channel: ContactChannel, attempts: Int, petitionId: UUID? = nil,
    contact: Int? = nil, proof: String, proofSha256: String? = nil
  ) {
    self.messageId = messageId
    self.at = at
    self.channel = channel
    self.attempts = attempts
    self.petitionId = petitionId
    self.contact = contact
    self.proof = proof
    self.proofSha256 = proofSha256
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
    return .object(object)
  }

  public var recordKey: String { (petitionId ?? messageId).lowercased }
  public var filters: [CloudEventAttribute] { [CloudEventAttribute(.kind, channel.rawValue)] }
}
