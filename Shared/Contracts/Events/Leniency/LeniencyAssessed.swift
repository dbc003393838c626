public import FoundationEssentials

/// What leniency a penalty case allows was assessed, with amount and reasons.
public struct LeniencyAssessed: EventPayload {
  public static let type: EventType = .leniencyAssessed

  /// The assessment.
  public var assessmentId: UUID
  /// Whom the penalty case is about.
  public var subjectKey: String
  /// Where (GB/T 2260).
  public var region: String
  /// The business instant from which it holds.
  public var at: Date
  /// The number of the penalty case.
  public var penaltyNumber: String
  /// What is allowed.
  public var verdict: LeniencyVerdict
  /// The law it rests on.
  public var law: LeniencyLaw
  /// What the discretion table gave, in fen.
  public var discretionFen: Int64
  /// The least the law allows, in fen.
  public var statutoryMinimumFen: Int64?
  /// The lowest fine allowed, in fen.
  public var lowestFen: Int64
  /// The highest fine that the grounds leave, in fen.
  public var highestFen: Int64
  /// What was looked at.
  public var grounds: [LeniencyGround]
  /// The rule behind it.
  public var derivation: RuleReference

  public init(
    assessmentId: UUID, subjectKey: String, region: String, at: Date, penaltyNumber: String,
    verdict: LeniencyVerdict, law: LeniencyLaw, discretionFen: Int64, statutoryMinimumFen: Int64? = nil,
    lowestFen: Int64, highestFen: Int64, grounds: [LeniencyGround] = [], derivation: RuleReference
  ) {
    self.assessmentId = assessmentId
    self.subjectKey = subjectKey
    self.region = region
    self.at = at
    self.penaltyNumber = penaltyNumber
    self.verdict = verdict
    self.law = law
    self.discretionFen = discretionFen
    self.statutoryMinimumFen = statutoryMinimumFen
    self.lowestFen = lowestFen
    self.highestFen = highestFen
    self.grounds = grounds
    self.derivation = derivation
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    assessmentId = try fields.uuid("assessmentId")
    subjectKey = try fields.subjectKey("subjectKey")
    region = try fields.region("region")
    at = try fields.instant("at")
    penaltyNumber = try fields.string("penaltyNumber", limit: 128)
    verdict = try fields.code("verdict")
    law = try fields.code("law")
    discretionFen = try fields.fen("discretionFen")
    statutoryMinimumFen = try fields.optionalFen("statutoryMinimumFen")
    lowestFen = try fields.fen("lowestFen")
    highestFen = try fields.fen("highestFen")
    grounds = try fields.objects("grounds", maximum: 64)
    derivation = try fields.object("derivation")
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("assessmentId", assessmentId)
    object.set("subjectKey", subjectKey)
    object.set("region", region)
    object.set("at", at)
    object.set("penaltyNumber", penaltyNumber)
    object.set("verdict", code: verdict)
    object.set("law", code: law)
    object.set("discretionFen", discretionFen)
    object.set("statutoryMinimumFen", statutoryMinimumFen)
    object.set("lowestFen", lowestFen)
    object.set("highestFen", highestFen)
    object.set("grounds", grounds.isEmpty ? nil : grounds)
    object.set("derivation", derivation)
    return .object(object)
  }

  public var recordKey: String { assessmentId.lowercased }
  public var filters: [CloudEventAttribute] {
    [CloudEventAttribute(.region, region), CloudEventAttribute(.kind, verdict.rawValue)]
  }
}
