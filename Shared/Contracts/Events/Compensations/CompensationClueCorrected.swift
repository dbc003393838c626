public import FoundationEssentials

/// A fact that a case rests on does not stand: somebody must look whether the case does.
public struct CompensationClueCorrected: EventPayload {
  public static let type: EventType = .compensationClueCorrected

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
  /// The number of the penalty case.
  public var penaltyNumber: String?
  /// The sender's own number of the fact that does not stand.
  public var correctedFactId: String
  /// Why it does not stand.
  public var reason: CorrectionReason
  /// What holds instead, as codes; absent when nothing does.
  public var factCodes: [String]
  /// Whether a clue is left that nothing was said against.
  public var clueStands: Bool

  public init(
    caseId: UUID, caseNumber: String, region: String, at: Date, subjectKey: String? = nil, penaltyNumber: String? = nil,
    correctedFactId: String, reason: CorrectionReason, factCodes: [String] = [], clueStands: Bool
  ) {
    self.caseId = caseId
    self.caseNumber = caseNumber
    self.region = region
    self.at = at
    self.subjectKey = subjectKey
    self.penaltyNumber = penaltyNumber
    self.correctedFactId = correctedFactId
    self.reason = reason
    self.factCodes = factCodes
    self.clueStands = clueStands
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    caseId = try fields.uuid("caseId")
    caseNumber = try fields.string("caseNumber")
    region = try fields.region("region")
    at = try fields.instant("at")
    subjectKey = try fields.optionalSubjectKey("subjectKey")
    penaltyNumber = try fields.optionalString("penaltyNumber", limit: 128)
    correctedFactId = try fields.string("correctedFactId", limit: 128)
    reason = try fields.code("reason")
    factCodes = try fields.strings("factCodes", maximum: 32)
    clueStands = try fields.bool("clueStands")
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("caseId", caseId)
    object.set("caseNumber", caseNumber)
    object.set("region", region)
    object.set("at", at)
    object.set("subjectKey", subjectKey)
    object.set("penaltyNumber", penaltyNumber)
    object.set("correctedFactId", correctedFactId)
    object.set("reason", code: reason)
    object.set("factCodes", factCodes.isEmpty ? nil : factCodes)
    object.set("clueStands", clueStands)
    return .object(object)
  }

  public var recordKey: String { caseId.lowercased }
  public var filters: [CloudEventAttribute] {
    [CloudEventAttribute(.region, region), CloudEventAttribute(.kind, reason.rawValue)]
  }
}
