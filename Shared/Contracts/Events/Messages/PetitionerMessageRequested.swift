public import FoundationEssentials

/// `petitions` asks `notifications` to make one of the three contacts, or to give a notice. The only event with contact data, sealed.
public struct PetitionerMessageRequested: EventPayload {
  public static let type: EventType = .petitionerMessageRequested

  /// The message.
  public var messageId: UUID
  /// The petition.
  public var petitionId: UUID
  /// Which contact: 1 received, 2 accepted or refused, 3 concluded; 0 a notice beside them.
  public var contact: Int
  /// The template's code.
  public var template: String
  /// Channels to try, in order.
  public var channels: [ContactChannel]
  /// Name, contact data and query code as a sealed envelope that `notifications` opens in memory, with the petition id
  /// as context.
  public var sealedContact: [UInt8]
  /// Values for the template, without personal data.
  public var parameters: [String: String]
  /// The region of the petition, for the choice of templates.
  public var region: String
  /// After this a message makes no sense any more.
  public var expiresAt: Date?

  public init(
    messageId: UUID, petitionId: UUID, contact: Int, template: String, channels: [ContactChannel],
    sealedContact: [UInt8], parameters: [String: String] = [:], region: String, expiresAt: Date? = nil
  ) {
    self.messageId = messageId
    self.petitionId = petitionId
    self.contact = contact
    self.template = template
    self.channels = channels
    self.sealedContact = sealedContact
    self.parameters = parameters
    self.region = region
    self.expiresAt = expiresAt
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    messageId = try fields.uuid("messageId")
    petitionId = try fields.uuid("petitionId")
    contact = try fields.integer("contact", in: 0...3)
    template = try fields.string("template")
    channels = try fields.codes("channels", required: true)
    sealedContact = try fields.base64("sealedContact", limit: 8192)
    parameters = try fields.texts("parameters")
    region = try fields.region("region")
    expiresAt = try fields.optionalInstant("expiresAt")
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("messageId", messageId)
    object.set("petitionId", petitionId)
    object.set("contact", contact)
    object.set("template", template)
    object.set("channels", codes: channels)
    object.set("sealedContact", base64: sealedContact)
    object.set("parameters", parameters.isEmpty ? nil : parameters)
    object.set("region", region)
    object.set("expiresAt", expiresAt)
    return .object(object)
  }

  public var recordKey: String { petitionId.lowercased }
  public var filters: [CloudEventAttribute] { [CloudEventAttribute(.region, region)] }
}
