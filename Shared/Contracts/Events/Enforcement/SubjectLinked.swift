public import FoundationEssentials

/// A site belongs to an enterprise with a credit code: from now on its facts count for both. A later one ends it.
public struct SubjectLinked: EventPayload {
  public static let type: EventType = .subjectLinked

  /// The sender's own number of the fact; with the source it is the fact's identity.
  public var factId: String
  /// The site.
  public var subjectKey: String
  /// Where the site is (GB/T 2260).
  public var region: String
  /// When this was established.
  public var linkedAt: Date
  /// The unit that speaks.
  public var authority: String?
  /// The enterprise that owns the site.
  public var ownerKey: String
  /// The article it rests on.
  public var article: String?
  /// Where the evidence is kept.
  public var evidence: [EvidenceReference]

  public init(
    factId: String, subjectKey: String, region: String, linkedAt: Date, authority: String? = nil, ownerKey: String,
    article: String? = nil, evidence: [EvidenceReference] = []
  ) {
    self.factId = factId
    self.subjectKey = subjectKey
    self.region = region
    self.linkedAt = linkedAt
    self.authority = authority
    self.ownerKey = ownerKey
    self.article = article
    self.evidence = evidence
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    factId = try fields.string("factId", limit: 128)
    subjectKey = try fields.subjectKey("subjectKey")
    region = try fields.region("region")
    linkedAt = try fields.instant("linkedAt")
    authority = try fields.optionalString("authority")
    ownerKey = try fields.subjectKey("ownerKey")
    article = try fields.optionalString("article")
    evidence = try fields.objects("evidence", maximum: 32)
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("factId", factId)
    object.set("subjectKey", subjectKey)
    object.set("region", region)
    object.set("linkedAt", linkedAt)
    object.set("authority", authority)
    object.set("ownerKey", ownerKey)
    object.set("article", article)
    object.set("evidence", evidence.isEmpty ? nil : evidence)
    return .object(object)
  }

  public var recordKey: String { subjectKey }
  public var filters: [CloudEventAttribute] {
    [CloudEventAttribute(.region, region)]
  }
}
