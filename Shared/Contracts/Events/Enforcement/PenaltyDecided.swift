public import FoundationEssentials

/// A penalty case was decided.
public struct PenaltyDecided: EventPayload {
  public static let type: EventType = .penaltyDecided

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
  /// The number of the penalty case.
  public var penaltyNumber: String
  /// What was decided.
  public var decision: PenaltyDecisionKind
  /// The fine, in fen; given when the decision is a fine.
  public var fineFen: Int64?
  /// What the discretion table gave before leniency, in fen.
  public var discretionFen: Int64?
  /// The least the law allows, in fen.
  public var statutoryMinimumFen: Int64?
  /// What was found, as codes of the rule packs.
  public var factCodes: [String]
  /// The article it rests on.
  public var article: String?
  /// Codes of the grounds for leniency used.
  public var leniency: [String]
  /// When the act happened or ended.
  public var factAt: Date?
  /// Where the evidence is kept.
  public var evidence: [EvidenceReference]

  public init(
    factId: String, subjectKey: String, region: String, decidedAt: Date, authority: String? = nil,
    penaltyNumber: String, decision: PenaltyDecisionKind, fineFen: Int64? = nil, discretionFen: Int64? = nil,
    statutoryMinimumFen: Int64? = nil, factCodes: [String], article: String? = nil, leniency: [String] = [],
    factAt: Date? = nil, evidence: [EvidenceReference] = []
  ) {
    self.factId = factId
    self.subjectKey = subjectKey
    self.region = region
    self.decidedAt = decidedAt
    self.authority = authority
    self.penaltyNumber = penaltyNumber
    self.decision = decision
    self.fineFen = fineFen
    self.discretionFen = discretionFen
    self.statutoryMinimumFen = statutoryMinimumFen
    self.factCodes = factCodes
    self.article = article
    self.leniency = leniency
    self.factAt = factAt
    self.evidence = evidence
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    factId = try fields.string("factId", limit: 128)
    subjectKey = try fields.subjectKey("subjectKey")
    region = try fields.region("region")
    decidedAt = try fields.instant("decidedAt")
    authority = try fields.optionalString("authority")
    penaltyNumber = try fields.string("penaltyNumber", limit: 128)
    decision = try fields.code("decision")
    fineFen = try fields.optionalFen("fineFen")
    discretionFen = try fields.optionalFen("discretionFen")
    statutoryMinimumFen = try fields.optionalFen("statutoryMinimumFen")
    factCodes = try fields.strings("factCodes", required: true, maximum: 32)
    article = try fields.optionalString("article")
    leniency = try fields.strings("leniency", maximum: 16)
    factAt = try fields.optionalInstant("factAt")
    evidence = try fields.objects("evidence", maximum: 32)
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("factId", factId)
    object.set("subjectKey", subjectKey)
    object.set("region", region)
    object.set("decidedAt", decidedAt)
    object.set("authority", authority)
    object.set("penaltyNumber", penaltyNumber)
    object.set("decision", code: decision)
    object.set("fineFen", fineFen)
    object.set("discretionFen", discretionFen)
    object.set("statutoryMinimumFen", statutoryMinimumFen)
    object.set("factCodes", factCodes)
    object.set("article", article)
    object.set("leniency", leniency.isEmpty ? nil : leniency)
    object.set("factAt", factAt)
    object.set("evidence", evidence.isEmpty ? nil : evidence)
    return .object(object)
  }

  public var recordKey: String { subjectKey }
  public var filters: [CloudEventAttribute] {
    [
      CloudEventAttribute(.region, region),
      CloudEventAttribute(.kind, decision.rawValue),
    ]
  }
}
