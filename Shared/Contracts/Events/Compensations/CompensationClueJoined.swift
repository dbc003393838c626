public import FoundationEssentials

/// Another clue on the same act was taken into the case.
public struct CompensationClueJoined: EventPayload {
  public static let type: EventType = .compensationClueJoined

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
  /// Where it comes from.
  public var clueSource: ClueSource
  /// The petition.
  public var petitionId: UUID?
  /// The verified finding.
  public var findingId: UUID?
  /// The number of the penalty case.
  public var penaltyNumber: String?
  /// What was found, as codes.
  public var factCodes: [String]

  public init(
    caseId: UUID, caseNumber: String, region: String, at: Date, subjectKey: String? = nil, clueSource: ClueSource,
    petitionId: UUID? = nil, findingId: UUID? = nil, penaltyNumber: String? = nil, factCodes: [String] = []
  ) {
    self.caseId = caseId
    self.caseNumber = caseNumber
    self.region = region
    self.at = at
    self.subjectKey = subjectKey
    self.clueSource = clueSource
    self.petitionId = petitionId
    self.findingId = findingId
    self.penaltyNumber = penaltyNumber
    self.factCodes = factCodes
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    caseId = try fields.uuid("caseId")
    caseNumber = try fields.string("caseNumber")
    region = try fields.region("region")
    at = try fields.instant("at")
    subjectKey = try fields.optionalSubjectKey("subjectKey")
    clueSource = try fields.code("clueSource")
    petitionId = try fields.optionalUUID("petitionId")
    findingId = try fields.optionalUUID("findingId")
    penaltyNumber = try fields.optionalString("penaltyNumber", limit: 128)
    factCodes = try fields.strings("factCodes", maximum: 32)
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("caseId", caseId)
    object.set("caseNumber", caseNumber)
    object.set("region", region)
    object.set("at", at)
    object.set("subjectKey", subjectKey)
    object.set("clueSource", code: clueSource)
    object.set("petitionId", petitionId)
    object.set("findingId", findingId)
    object.set("penaltyNumber", penaltyNumber)
    object.set("factCodes", factCodes.isEmpty ? nil : factCodes)
    return .object(object)
  }

  public var recordKey: String { caseId.lowercased }
  public var filters: [CloudEventAttribute] {
    [CloudEventAttribute(.region, region), CloudEventAttribute(.kind, clueSource.rawValue)]
  }
}
