public import FoundationEssentials

/// Staff verified what they found. Only a verified finding counts for scores and opens a clue to compensation.
public struct PetitionVerified: EventPayload {
  public static let type: EventType = .petitionVerified

  /// The petition.
  public var petitionId: UUID
  /// The petition's number for people.
  public var petitionNumber: String
  /// The region of the pollution (GB/T 2260).
  public var region: String
  /// When it happened, in business time.
  public var at: Date
  /// The finding, one of a case's several.
  public var findingId: UUID
  /// False when the report proved unfounded.
  public var verified: Bool
  /// Whom the finding concerns; absent when unknown.
  public var subjectKey: String?
  /// What was found, as codes of the rule packs.
  public var factCodes: [String]
  /// When the fact happened or ended: it decides which rules apply.
  public var factAt: Date?
  /// True when the environment may be damaged: a clue to compensation.
  public var damageSuspected: Bool
  /// The article broken.
  public var article: String?
  /// The kind of harm found.
  public var category: Category
  /// Where the evidence is kept.
  public var evidence: [EvidenceReference]
  /// The unit that verified it.
  public var unit: String

  public init(
    petitionId: UUID, petitionNumber: String, region: String, at: Date, findingId: UUID, verified: Bool,
    subjectKey: String? = nil, factCodes: [String], factAt: Date? = nil, damageSuspected: Bool,
    article: String? = nil, category: Category, evidence: [EvidenceReference] = [], unit: String
  ) {
    self.petitionId = petitionId
    self.petitionNumber = petitionNumber
    self.region = region
    self.at = at
    self.findingId = findingId
    self.verified = verified
    self.subjectKey = subjectKey
    self.factCodes = factCodes
    self.factAt = factAt
    self.damageSuspected = damageSuspected
    self.article = article
    self.category = category
    self.evidence = evidence
    self.unit = unit
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    petitionId = try fields.uuid("petitionId")
    petitionNumber = try fields.string("petitionNumber")
    region = try fields.region("region")
    at = try fields.instant("at")
    findingId = try fields.uuid("findingId")
    verified = try fields.bool("verified")
    subjectKey = try fields.optionalSubjectKey("subjectKey")
    factCodes = try fields.strings("factCodes", required: true, maximum: 32)
    factAt = try fields.optionalInstant("factAt")
    damageSuspected = try fields.bool("damageSuspected")
    article = try fields.optionalString("article")
    category = try fields.code("category")
    evidence = try fields.objects("evidence", maximum: 32)
    unit = try fields.string("unit")
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("petitionId", petitionId)
    object.set("petitionNumber", petitionNumber)
    object.set("region", region)
    object.set("at", at)
    object.set("findingId", findingId)
    object.set("verified", verified)
    object.set("subjectKey", subjectKey)
    object.set("factCodes", factCodes)
    object.set("factAt", factAt)
    object.set("damageSuspected", damageSuspected)
    object.set("article", article)
    object.set("category", code: category)
    object.set("evidence", evidence.isEmpty ? nil : evidence)
    object.set("unit", unit)
    return .object(object)
  }

  public var recordKey: String { petitionId.lowercased }
  public var filters: [CloudEventAttribute] {
    [
      CloudEventAttribute(.region, region),
      CloudEventAttribute(.kind, category.rawValue),
    ]
  }
}
