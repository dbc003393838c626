public import FoundationEssentials

/// A penalty case was filed (立案): at once compensation is looked at too (双立案).
public struct PenaltyFiled: EventPayload {
  public static let type: EventType = .penaltyFiled

  /// The sender's own number of the fact; with the source it is the fact's identity.
  public var factId: String
  /// Whom it concerns.
  public var subjectKey: String
  /// Where (GB/T 2260).
  public var region: String
  /// When it was filed.
  public var filedAt: Date
  /// The unit that speaks.
  public var authority: String?
  /// The number of the penalty case.
  public var penaltyNumber: String
  /// What was found, as codes of the rule packs.
  public var factCodes: [String]
  /// When the act happened or ended: it decides which rules apply.
  public var factAt: Date?
  /// The article broken.
  public var article: String?
  /// What the case officer thinks of damage to the environment; absent when not yet looked at.
  public var damageSuspected: Bool?
  /// The petition it came from.
  public var petitionId: UUID?
  /// Where the evidence is kept.
  public var evidence: [EvidenceReference]

  public init(
    factId: String, subjectKey: String, region: String, filedAt: Date, authority: String? = nil,
    penaltyNumber: String, factCodes: [String], factAt: Date? = nil, article: String? = nil,
    damageSuspected: Bool? = nil, petitionId: UUID? = nil, evidence: [EvidenceReference] = []
  ) {
    self.factId = factId
    self.subjectKey = subjectKey
    self.region = region
    self.filedAt = filedAt
    self.authority = authority
    self.penaltyNumber = penaltyNumber
    self.factCodes = factCodes
    self.factAt = factAt
    self.article = article
    self.damageSuspected = damageSuspected
    self.petitionId = petitionId
    self.evidence = evidence
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    factId = try fields.string("factId", limit: 128)
    subjectKey = try fields.subjectKey("subjectKey")
    region = try fields.region("region")
    filedAt = try fields.instant("filedAt")
    authority = try fields.optionalString("authority")
    penaltyNumber = try fields.string("penaltyNumber", limit: 128)
    factCodes = try fields.strings("factCodes", required: true, maximum: 32)
    factAt = try fields.optionalInstant("factAt")
    article = try fields.optionalString("article")
    damageSuspected = try fields.optionalBool("damageSuspected")
    petitionId = try fields.optionalUUID("petitionId")
    evidence = try fields.objects("evidence", maximum: 32)
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("factId", factId)
    object.set("subjectKey", subjectKey)
    object.set("region", region)
    object.set("filedAt", filedAt)
    object.set("authority", authority)
    object.set("penaltyNumber", penaltyNumber)
    object.set("factCodes", factCodes)
    object.set("factAt", factAt)
    object.set("article", article)
    object.set("damageSuspected", damageSuspected)
    object.set("petitionId", petitionId)
    object.set("evidence", evidence.isEmpty ? nil : evidence)
    return .object(object)
  }

  public var recordKey: String { subjectKey }
  public var filters: [CloudEventAttribute] { [CloudEventAttribute(.region, region)] }
}
