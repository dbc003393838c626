public import FoundationEssentials

/// A firm passed the examination after study.
public struct ExamPassed: EventPayload {
  public static let type: EventType = .examPassed

  /// The sender's own number of the fact; with the source it is the fact's identity.
  public var factId: String
  /// Whom it concerns.
  public var subjectKey: String
  /// Where (GB/T 2260).
  public var region: String
  /// When it was passed.
  public var passedAt: Date
  /// The unit that speaks.
  public var authority: String?
  /// The code of the examination.
  public var exam: String
  /// The result, in percent of the full mark.
  public var scorePercent: Decimal?
  /// The number of the penalty case.
  public var penaltyNumber: String?
  /// Where the evidence is kept.
  public var evidence: [EvidenceReference]

  public init(
    factId: String, subjectKey: String, region: String, passedAt: Date, authority: String? = nil,
    exam: String, scorePercent: Decimal? = nil, penaltyNumber: String? = nil, evidence: [EvidenceReference] = []
  ) {
    self.factId = factId
    self.subjectKey = subjectKey
    self.region = region
    self.passedAt = passedAt
    self.authority = authority
    self.exam = exam
    self.scorePercent = scorePercent
    self.penaltyNumber = penaltyNumber
    self.evidence = evidence
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    factId = try fields.string("factId", limit: 128)
    subjectKey = try fields.subjectKey("subjectKey")
    region = try fields.region("region")
    passedAt = try fields.instant("passedAt")
    authority = try fields.optionalString("authority")
    exam = try fields.string("exam")
    scorePercent = try fields.optionalDecimal("scorePercent")
    penaltyNumber = try fields.optionalString("penaltyNumber", limit: 128)
    evidence = try fields.objects("evidence", maximum: 32)
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("factId", factId)
    object.set("subjectKey", subjectKey)
    object.set("region", region)
    object.set("passedAt", passedAt)
    object.set("authority", authority)
    object.set("exam", exam)
    object.set("scorePercent", scorePercent)
    object.set("penaltyNumber", penaltyNumber)
    object.set("evidence", evidence.isEmpty ? nil : evidence)
    return .object(object)
  }

  public var recordKey: String { subjectKey }
  public var filters: [CloudEventAttribute] { [CloudEventAttribute(.region, region)] }
}
