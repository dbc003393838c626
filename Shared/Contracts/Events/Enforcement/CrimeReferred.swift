public import FoundationEssentials

/// A suspected crime was handed to the police (移送公安机关).
public struct CrimeReferred: EventPayload {
  public static let type: EventType = .crimeReferred

  /// The sender's own number of the fact; with the source it is the fact's identity.
  public var factId: String
  /// Whom it concerns.
  public var subjectKey: String
  /// Where (GB/T 2260).
  public var region: String
  /// When it was handed over.
  public var referredAt: Date
  /// The unit that speaks.
  public var authority: String?
  /// The number of the transfer.
  public var referralNumber: String
  /// The number of the penalty case.
  public var penaltyNumber: String?
  /// What was found, as codes of the rule packs.
  public var factCodes: [String]
  /// When the act happened or ended: it decides which rules apply.
  public var factAt: Date?
  /// The article it rests on.
  public var article: String?
  /// Where the evidence is kept.
  public var evidence: [EvidenceReference]

  public init(
    factId: String, subjectKey: String, region: String, referredAt: Date, authority: String? = nil,
    referralNumber: String, penaltyNumber: String? = nil, factCodes: [String], factAt: Date? = nil,
    article: String? = nil, evidence: [EvidenceReference] = []
  ) {
    self.factId = factId
    self.subjectKey = subjectKey
    self.region = region
    self.referredAt = referredAt
    self.authority = authority
    self.referralNumber = referralNumber
    self.penaltyNumber = penaltyNumber
    self.factCodes = factCodes
    self.factAt = factAt
    self.article = article
    self.evidence = evidence
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    factId = try fields.string("factId", limit: 128)
    subjectKey = try fields.subjectKey("subjectKey")
    region = try fields.region("region")
    referredAt = try fields.instant("referredAt")
    authority = try fields.optionalString("authority")
    referralNumber = try fields.string("referralNumber", limit: 128)
    penaltyNumber = try fields.optionalString("penaltyNumber", limit: 128)
    factCodes = try fields.strings("factCodes", required: true, maximum: 32)
    factAt = try fields.optionalInstant("factAt")
    article = try fields.optionalString("article")
    evidence = try fields.objects("evidence", maximum: 32)
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("factId", factId)
    object.set("subjectKey", subjectKey)
    object.set("region", region)
    object.set("referredAt", referredAt)
    object.set("authority", authority)
    object.set("referralNumber", referralNumber)
    object.set("penaltyNumber", penaltyNumber)
    object.set("factCodes", factCodes)
    object.set("factAt", factAt)
    object.set("article", article)
    object.set("evidence", evidence.isEmpty ? nil : evidence)
    return .object(object)
  }

  public var recordKey: String { subjectKey }
  public var filters: [CloudEventAttribute] {
    [CloudEventAttribute(.region, region)]
  }
}
