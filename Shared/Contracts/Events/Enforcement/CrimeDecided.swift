public import FoundationEssentials

/// Police, procuratorate or court decided on a transfer.
public struct CrimeDecided: EventPayload {
  public static let type: EventType = .crimeDecided

  /// The sender's own number of the fact; with the source it is the fact's identity.
  public var factId: String
  /// Whom it concerns.
  public var subjectKey: String
  /// Where (GB/T 2260).
  public var region: String
  /// When it was decided.
  public var decidedAt: Date
  /// The unit that speaks.
  public var authority: String?
  /// The number of the transfer.
  public var referralNumber: String
  /// What was decided.
  public var outcome: CrimeOutcome
  /// When the act happened or ended: it decides which rules apply.
  public var factAt: Date?
  /// The article it rests on.
  public var article: String?
  /// Where the evidence is kept.
  public var evidence: [EvidenceReference]

  public init(
    factId: String, subjectKey: String, region: String, decidedAt: Date, authority: String? = nil,
    referralNumber: String, outcome: CrimeOutcome, factAt: Date? = nil, article: String? = nil,
    evidence: [EvidenceReference] = []
  ) {
    self.factId = factId
    self.subjectKey = subjectKey
    self.region = region
    self.decidedAt = decidedAt
    self.authority = authority
    self.referralNumber = referralNumber
    self.outcome = outcome
    self.factAt = factAt
    self.article = article
    self.evidence = evidence
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    factId = try fields.string("factId", limit: 128)
    subjectKey = try fields.subjectKey("subjectKey")
    region = try fields.region("region")
    decidedAt = try fields.instant("decidedAt")
    authority = try fields.optionalString("authority")
    referralNumber = try fields.string("referralNumber", limit: 128)
    outcome = try fields.code("outcome")
    factAt = try fields.optionalInstant("factAt")
    article = try fields.optionalString("article")
    evidence = try fields.objects("evidence", maximum: 32)
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("factId", factId)
    object.set("subjectKey", subjectKey)
    object.set("region", region)
    object.set("decidedAt", decidedAt)
    object.set("authority", authority)
    object.set("referralNumber", referralNumber)
    object.set("outcome", code: outcome)
    object.set("factAt", factAt)
    object.set("article", article)
    object.set("evidence", evidence.isEmpty ? nil : evidence)
    return .object(object)
  }

  public var recordKey: String { subjectKey }
  public var filters: [CloudEventAttribute] {
    [
      CloudEventAttribute(.region, region),
      CloudEventAttribute(.kind, outcome.rawValue),
    ]
  }
}
