public import FoundationEssentials

/// The damage of a case was assessed.
public struct CompensationAssessed: EventPayload {
  public static let type: EventType = .compensationAssessed

  /// The case.
  public var caseId: UUID
  /// The case's number for people.
  public var caseNumber: String
  /// The region of the damage (GB/T 2260).
  public var region: String
  /// When it happened, in business time.
  public var at: Date
  /// Who is liable; absent when unknown.
  public var subjectKey: String?
  /// The assessment; a later one of the case replaces it.
  public var assessmentId: UUID
  /// By which method.
  public var method: DamageMethod
  /// Who assessed it.
  public var form: AssessmentForm?
  /// Whether it was assessed as a simple case.
  public var simple: Bool
  /// The amount, in fen.
  public var amountFen: Int64
  /// The amount by heads of loss.
  public var heads: [LossLine]
  /// The rules that the amount follows from.
  public var rules: [RuleReference]
  /// The number of the penalty case.
  public var penaltyNumber: String?

  public init(
    caseId: UUID, caseNumber: String, region: String, at: Date, subjectKey: String? = nil, assessmentId: UUID,
    method: DamageMethod, form: AssessmentForm? = nil, simple: Bool, amountFen: Int64, heads: [LossLine],
    rules: [RuleReference] = [], penaltyNumber: String? = nil
  ) {
    self.caseId = caseId
    self.caseNumber = caseNumber
    self.region = region
    self.at = at
    self.subjectKey = subjectKey
    self.assessmentId = assessmentId
    self.method = method
    self.form = form
    self.simple = simple
    self.amountFen = amountFen
    self.heads = heads
    self.rules = rules
    self.penaltyNumber = penaltyNumber
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    caseId = try fields.uuid("caseId")
    caseNumber = try fields.string("caseNumber")
    region = try fields.region("region")
    at = try fields.instant("at")
    subjectKey = try fields.optionalSubjectKey("subjectKey")
    assessmentId = try fields.uuid("assessmentId")
    method = try fields.code("method")
    form = try fields.optionalCode("form")
    simple = try fields.bool("simple")
    amountFen = try fields.fen("amountFen")
    heads = try fields.objects("heads", required: true, maximum: 8)
    rules = try fields.objects("rules", maximum: 16)
    penaltyNumber = try fields.optionalString("penaltyNumber", limit: 128)
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("caseId", caseId)
    object.set("caseNumber", caseNumber)
    object.set("region", region)
    object.set("at", at)
    object.set("subjectKey", subjectKey)
    object.set("assessmentId", assessmentId)
    object.set("method", code: method)
    object.set("form", code: form)
    object.set("simple", simple)
    object.set("amountFen", amountFen)
    object.set("heads", heads)
    object.set("rules", rules.isEmpty ? nil : rules)
    object.set("penaltyNumber", penaltyNumber)
    return .object(object)
  }

  public var recordKey: String { caseId.lowercased }
  public var filters: [CloudEventAttribute] {
    [CloudEventAttribute(.region, region), CloudEventAttribute(.kind, method.rawValue)]
  }
}
