public import FoundationEssentials

/// The result was published, or the reason why not was recorded (公示公开).
public struct PetitionPublished: EventPayload {
  public static let type: EventType = .petitionPublished

  /// The petition.
  public var petitionId: UUID
  /// The petition's number for people.
  public var petitionNumber: String
  /// The region of the pollution (GB/T 2260).
  public var region: String
  /// When it happened, in business time.
  public var at: Date
  /// Whether it was published.
  public var published: Bool
  /// Why not.
  public var reason: NonPublicationReason?
  /// The summary that staff approved for publication; never the complainant's words.
  public var summary: String?
  /// Where it is published.
  public var uri: String?

  public init(
    petitionId: UUID, petitionNumber: String, region: String, at: Date, published: Bool,
    reason: NonPublicationReason? = nil, summary: String? = nil, uri: String? = nil
  ) {
    self.petitionId = petitionId
    self.petitionNumber = petitionNumber
    self.region = region
    self.at = at
    self.published = published
    self.reason = reason
    self.summary = summary
    self.uri = uri
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    petitionId = try fields.uuid("petitionId")
    petitionNumber = try fields.string("petitionNumber")
    region = try fields.region("region")
    at = try fields.instant("at")
    published = try fields.bool("published")
    reason = try fields.optionalCode("reason")
    summary = try fields.optionalText("summary", limit: 4096)
    uri = try fields.optionalString("uri", limit: 2048)
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("petitionId", petitionId)
    object.set("petitionNumber", petitionNumber)
    object.set("region", region)
    object.set("at", at)
    object.set("published", published)
    object.set("reason", code: reason)
    object.set("summary", summary)
    object.set("uri", uri)
    return .object(object)
  }

  public var recordKey: String { petitionId.lowercased }
  public var filters: [CloudEventAttribute] { [CloudEventAttribute(.region, region)] }
}
