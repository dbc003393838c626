public import FoundationEssentials

/// A fact that was told does not stand; the ledger keeps it, and it counts no longer.
public struct FactCorrected: EventPayload {
  public static let type: EventType = .factCorrected

  /// The sender's own number of the fact; with the source it is the fact's identity.
  public var factId: String
  /// Whom the corrected fact concerns.
  public var subjectKey: String
  /// Where (GB/T 2260).
  public var region: String
  /// When it was found out.
  public var correctedAt: Date
  /// The unit that speaks.
  public var authority: String?
  /// The sender's own number of the fact that does not stand.
  public var correctedFactId: String
  /// Why it does not stand.
  public var reason: CorrectionReason
  /// What holds of the same subject instead, as codes of the rule packs; absent when nothing does.
  public var factCodes: [String]
  /// When what holds instead happened or ended.
  public var factAt: Date?
  /// The article it rests on.
  public var article: String?
  /// Where the evidence is kept.
  public var evidence: [EvidenceReference]

  public init(
    factId: String, subjectKey: String, region: String, correctedAt: Date, authority: String? = nil,
    correctedFactId: String, reason: CorrectionReason, factCodes: [String] = [], factAt: Date? = nil,
    article: String? = nil, evidence: [EvidenceReference] = []
  ) {
    self.factId = factId
    self.subjectKey = subjectKey
    self.region = region
    self.correctedAt = correctedAt
    self.authority = authority
    self.correctedFactId = correctedFactId
    self.reason = reason
    self.factCodes = factCodes
    self.factAt = factAt
    self.article = article
    self.evidence = evidence
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    factId = try fields.string("factId", limit: 128)
    subjectKey = try fields.subjectKey("subjectKey")
    region = try fields.region("region")
    correctedAt = try fields.instant("correctedAt")
    authority = try fields.optionalString("authority")
    correctedFactId = try fields.string("correctedFactId", limit: 128)
    reason = try fields.code("reason")
    factCodes = try fields.strings("factCodes", maximum: 32)
    factAt = try fields.optionalInstant("factAt")
    article = try fields.optionalString("article")
    evidence = try fields.objects("evidence", maximum: 32)
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("factId", factId)
    object.set("subjectKey", subjectKey)
    object.set("region", region)
    object.set("correctedAt", correctedAt)
    object.set("authority", authority)
    object.set("correctedFactId", correctedFactId)
    object.set("reason", code: reason)
    object.set("factCodes", factCodes.isEmpty ? nil : factCodes)
    object.set("factAt", factAt)
    object.set("article", article)
    object.set("evidence", evidence.isEmpty ? nil : evidence)
    return .object(object)
  }

  public var recordKey: String { subjectKey }
  public var filters: [CloudEventAttribute] {
    [
      CloudEventAttribute(.region, region),
      CloudEventAttribute(.kind, reason.rawValue),
    ]
  }
}
