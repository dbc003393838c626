public import FoundationEssentials

/// A firm apologised in public and pledged to obey the law (公开道歉承诺).
public struct ApologyPublished: EventPayload {
  public static let type: EventType = .apologyPublished

  /// The sender's own number of the fact; with the source it is the fact's identity.
  public var factId: String
  /// Whom it concerns.
  public var subjectKey: String
  /// Where (GB/T 2260).
  public var region: String
  /// When it was published.
  public var publishedAt: Date
  /// The unit that speaks.
  public var authority: String?
  /// The number of the penalty case.
  public var penaltyNumber: String
  /// Where: the name or code of the medium.
  public var medium: String
  /// Its address.
  public var uri: String?
  /// Whether it holds the pledge.
  public var pledged: Bool

  public init(
    factId: String, subjectKey: String, region: String, publishedAt: Date, authority: String? = nil,
    penaltyNumber: String, medium: String, uri: String? = nil, pledged: Bool
  ) {
    self.factId = factId
    self.subjectKey = subjectKey
    self.region = region
    self.publishedAt = publishedAt
    self.authority = authority
    self.penaltyNumber = penaltyNumber
    self.medium = medium
    self.uri = uri
    self.pledged = pledged
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    factId = try fields.string("factId", limit: 128)
    subjectKey = try fields.subjectKey("subjectKey")
    region = try fields.region("region")
    publishedAt = try fields.instant("publishedAt")
    authority = try fields.optionalString("authority")
    penaltyNumber = try fields.string("penaltyNumber", limit: 128)
    medium = try fields.string("medium")
    uri = try fields.optionalString("uri", limit: 2048)
    pledged = try fields.bool("pledged")
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("factId", factId)
    object.set("subjectKey", subjectKey)
    object.set("region", region)
    object.set("publishedAt", publishedAt)
    object.set("authority", authority)
    object.set("penaltyNumber", penaltyNumber)
    object.set("medium", medium)
    object.set("uri", uri)
    object.set("pledged", pledged)
    return .object(object)
  }

  public var recordKey: String { subjectKey }
  public var filters: [CloudEventAttribute] { [CloudEventAttribute(.region, region)] }
}
