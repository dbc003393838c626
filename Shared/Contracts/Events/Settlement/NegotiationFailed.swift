public import FoundationEssentials

/// A negotiation failed: suit papers are to be prepared.
public struct NegotiationFailed: EventPayload {
  public static let type: EventType = .negotiationFailed

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
  /// The batch (集约办案) it was done in.
  public var batchId: UUID?
  /// Which negotiation of the case it is, from 1.
  public var negotiation: Int
  /// Why.
  public var reason: NegotiationFailure
  /// How many rounds were held.
  public var rounds: Int
  /// The limit that was reached.
  public var rule: RuleReference?

  public init(
    caseId: UUID, caseNumber: String, region: String, at: Date, subjectKey: String? = nil, batchId: UUID? = nil,
    negotiation: Int, reason: NegotiationFailure, rounds: Int, rule: RuleReference? = nil
  ) {
    self.caseId = caseId
    self.caseNumber = caseNumber
    self.region = region
    self.at = at
    self.subjectKey = subjectKey
    self.batchId = batchId
    self.negotiation = negotiation
    self.reason = reason
    self.rounds = rounds
    self.rule = rule
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    caseId = try fields.uuid("caseId")
    caseNumber = try fields.string("caseNumber")
    region = try fields.region("region")
    at = try fields.instant("at")
    subjectKey = try fields.optionalSubjectKey("subjectKey")
    batchId = try fields.optionalUUID("batchId")
    negotiation = try fields.integer("negotiation")
    reason = try fields.code("reason")
    rounds = try fields.integer("rounds")
    rule = try fields.optionalObject("rule")
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("caseId", caseId)
    object.set("caseNumber", caseNumber)
    object.set("region", region)
    object.set("at", at)
    object.set("subjectKey", subjectKey)
    object.set("batchId", batchId)
    object.set("negotiation", negotiation)
    object.set("reason", code: reason)
    object.set("rounds", rounds)
    object.set("rule", rule)
    return .object(object)
  }

  public var recordKey: String { caseId.lowercased }
  public var filters: [CloudEventAttribute] {
    [
      CloudEventAttribute(.region, region),
      CloudEventAttribute(.kind, reason.rawValue),
    ]
  }
}
