public import FoundationEssentials

/// A case was closed.
public struct CompensationClosed: EventPayload {
  public static let type: EventType = .compensationClosed

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
  /// How it ended.
  public var outcome: CompensationOutcome
  /// Why it ended without performance (终止).
  public var reason: NotStartedReason?
  /// Whether the duty was performed: without it no leniency in the penalty case.
  public var performed: Bool
  /// How the damage was made good.
  public var modes: [RestorationMode]
  /// The amount fixed, in fen.
  public var amountFen: Int64?
  /// The number of the penalty case.
  public var penaltyNumber: String?
  /// Whether it closed within its period.
  public var onTime: Bool

  public init(
    caseId: UUID, caseNumber: String, region: String, at: Date, subjectKey: String? = nil,
    outcome: CompensationOutcome, performed: Bool, modes: [RestorationMode] = [], amountFen: Int64? = nil,
    penaltyNumber: String? = nil, onTime: Bool, reason: NotStartedReason? = nil
  ) {
    self.caseId = caseId
    self.caseNumber = caseNumber
    self.region = region
    self.at = at
    self.subjectKey = subjectKey
    self.outcome = outcome
    self.reason = reason
    self.performed = performed
    self.modes = modes
    self.amountFen = amountFen
    self.penaltyNumber = penaltyNumber
    self.onTime = onTime
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    caseId = try fields.uuid("caseId")
    caseNumber = try fields.string("caseNumber")
    region = try fields.region("region")
    at = try fields.instant("at")
    subjectKey = try fields.optionalSubjectKey("subjectKey")
    outcome = try fields.code("outcome")
    reason = try fields.optionalCode("reason")
    performed = try fields.bool("performed")
    modes = try fields.codes("modes")
    amountFen = try fields.optionalFen("amountFen")
    penaltyNumber = try fields.optionalString("penaltyNumber", limit: 128)
    onTime = try fields.bool("onTime")
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("caseId", caseId)
    object.set("caseNumber", caseNumber)
    object.set("region", region)
    object.set("at", at)
    object.set("subjectKey", subjectKey)
    object.set("outcome", code: outcome)
    object.set("reason", code: reason)
    object.set("performed", performed)
    object.set("modes", codes: modes.isEmpty ? nil : modes)
    object.set("amountFen", amountFen)
    object.set("penaltyNumber", penaltyNumber)
    object.set("onTime", onTime)
    return .object(object)
  }

  public var recordKey: String { caseId.lowercased }
  public var filters: [CloudEventAttribute] {
    [
      CloudEventAttribute(.region, region),
      CloudEventAttribute(.kind, outcome.rawValue),
    ]
  }
}
