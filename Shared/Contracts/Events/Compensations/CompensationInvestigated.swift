public import FoundationEssentials

/// The investigation was concluded (调查结论).
public struct CompensationInvestigated: EventPayload {
  public static let type: EventType = .compensationInvestigated

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
  /// Whether the environment is damaged.
  public var damage: Bool
  /// What it proposes.
  public var proposal: InvestigationProposal
  /// What was found, as codes.
  public var factCodes: [String]

  public init(
    caseId: UUID, caseNumber: String, region: String, at: Date, subjectKey: String? = nil, damage: Bool,
    proposal: InvestigationProposal, factCodes: [String] = []
  ) {
    self.caseId = caseId
    self.caseNumber = caseNumber
    self.region = region
    self.at = at
    self.subjectKey = subjectKey
    self.damage = damage
    self.proposal = proposal
    self.factCodes = factCodes
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    caseId = try fields.uuid("caseId")
    caseNumber = try fields.string("caseNumber")
    region = try fields.region("region")
    at = try fields.instant("at")
    subjectKey = try fields.optionalSubjectKey("subjectKey")
    damage = try fields.bool("damage")
    proposal = try fields.code("proposal")
    factCodes = try fields.strings("factCodes", maximum: 32)
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("caseId", caseId)
    object.set("caseNumber", caseNumber)
    object.set("region", region)
    object.set("at", at)
    object.set("subjectKey", subjectKey)
    object.set("damage", damage)
    object.set("proposal", code: proposal)
    object.set("factCodes", factCodes.isEmpty ? nil : factCodes)
    return .object(object)
  }

  public var recordKey: String { caseId.lowercased }
  public var filters: [CloudEventAttribute] {
    [CloudEventAttribute(.region, region), CloudEventAttribute(.kind, proposal.rawValue)]
  }
}
