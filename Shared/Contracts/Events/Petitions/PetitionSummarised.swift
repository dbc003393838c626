public import FoundationEssentials

/// A summary of the matter was approved by staff: it goes out instead of the complainant's words.
public struct PetitionSummarised: EventPayload {
  public static let type: EventType = .petitionSummarised

  /// The petition.
  public var petitionId: UUID
  /// The petition's number for people.
  public var petitionNumber: String
  /// The region of the pollution (GB/T 2260).
  public var region: String
  /// When it happened, in business time.
  public var at: Date
  /// How many times a summary was approved, this one included: a later one takes the place of the one before.
  public var revision: Int
  /// True where special secrecy was asked for: the summary stays with the bureau. Absent means false.
  public var secret: Bool?
  /// The summary; absent where special secrecy was asked for.
  public var summary: String?

  public init(
    petitionId: UUID, petitionNumber: String, region: String, at: Date, revision: Int, secret: Bool? = nil,
    summary: String? = nil
  ) {
    self.petitionId = petitionId
    self.petitionNumber = petitionNumber
    self.region = region
    self.at = at
    self.revision = revision
    self.secret = secret
    self.summary = summary
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    petitionId = try fields.uuid("petitionId")
    petitionNumber = try fields.string("petitionNumber")
    region = try fields.region("region")
    at = try fields.instant("at")
    revision = try fields.integer("revision", in: 1...Int.max)
    secret = try fields.optionalBool("secret")
    summary = try fields.optionalText("summary", limit: 4096)
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("petitionId", petitionId)
    object.set("petitionNumber", petitionNumber)
    object.set("region", region)
    object.set("at", at)
    object.set("revision", revision)
    object.set("secret", secret)
    object.set("summary", summary)
    return .object(object)
  }

  public var recordKey: String { petitionId.lowercased }
  public var filters: [CloudEventAttribute] { [CloudEventAttribute(.region, region)] }
}
