public import FoundationEssentials

/// The amount within what an assessment allows was decided.
public struct LeniencyDecided: EventPayload {
  public static let type: EventType = .leniencyDecided

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
  /// What was decided.
  public var decision: PenaltyDecisionKind
  /// The fine decided, in fen.
  public var fineFen: Int64?
  /// What the discretion table gave, in fen.
  public var discretionFen: Int64
  /// The fine as a share of it, exactly: a fraction or a decimal.
  public var shareOfDiscretion: String?
  /// The grounds it rests on, as codes of the rule packs.
  public var grounds: [String]
  /// The pledge that it uses up.
  public var pledgeId: UUID?
  /// The entry of the ledger that records it.
  public var entryId: UUID?
  /// The rule behind it.
  public var derivation: RuleReference

  public init(
    assessmentId: UUID, subjectKey: String, region: String, at: Date, penaltyNumber: String,
    decision: PenaltyDecisionKind, fineFen: Int64? = nil, discretionFen: Int64, shareOfDiscretion: String? = nil,
    grounds: [String] = [], pledgeId: UUID? = nil, entryId: UUID? = nil, derivation: RuleReference
  ) {
    self.assessmentId = assessmentId
    self.subjectKey = subjectKey
    self.region = region
    self.at = at
    self.penaltyNumber = penaltyNumber
    self.decision = decision
    self.fineFen = fineFen
    self.discretionFen = discretionFen
    self.shareOfDiscretion = shareOfDiscretion
    self.grounds = grounds
    self.pledgeId = pledgeId
    self.entryId = entryId
    self.derivation = derivation
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    assessmentId = try fields.uuid("assessmentId")
    subjectKey = try fields.subjectKey("subjectKey")
    region = try fields.region("region")
    at = try fields.instant("at")
    penaltyNumber = try fields.string("penaltyNumber", limit: 128)
    decision = try fields.code("decision")
    fineFen = try fields.optionalFen("fineFen")
    discretionFen = try fields.fen("discretionFen")
    shareOfDiscretion = try fields.optionalString("shareOfDiscretion")
    grounds = try fields.strings("grounds", maximum: 16)
    pledgeId = try fields.optionalUUID("pledgeId")
    entryId = try fields.optionalUUID("entryId")
    derivation = try fields.object("derivation")
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("assessmentId", assessmentId)
    object.set("subjectKey", subjectKey)
    object.set("region", region)
    object.set("at", at)
    object.set("penaltyNumber", penaltyNumber)
    object.set("decision", code: decision)
    object.set("fineFen", fineFen)
    object.set("discretionFen", discretionFen)
    object.set("shareOfDiscretion", shareOfDiscretion)
    object.set("grounds", grounds.isEmpty ? nil : grounds)
    object.set("pledgeId", pledgeId)
    object.set("entryId", entryId)
    object.set("derivation", derivation)
    return .object(object)
  }

  public var recordKey: String { assessmentId.lowercased }
  public var filters: [CloudEventAttribute] {
    [CloudEventAttribute(.region, region), CloudEventAttribute(.kind, decision.rawValue)]
  }
}
