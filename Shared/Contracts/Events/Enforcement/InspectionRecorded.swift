public import FoundationEssentials

/// An inspection was made and recorded.
public struct InspectionRecorded: EventPayload {
  public static let type: EventType = .inspectionRecorded

  /// The sender's own number of the fact; with the source it is the fact's identity.
  public var factId: String
  /// Whom it concerns.
  public var subjectKey: String
  /// Where (GB/T 2260).
  public var region: String
  /// When it was made.
  public var inspectedAt: Date
  /// The unit that speaks.
  public var authority: String?
  /// The number of the record.
  public var inspectionNumber: String
  /// Why it was made.
  public var kind: InspectionKind
  /// False for off-site supervision.
  public var onSite: Bool
  /// Whether anything was found.
  public var problems: Bool
  /// What was found, as codes of the rule packs.
  public var factCodes: [String]
  /// The article broken.
  public var article: String?
  /// Where the evidence is kept.
  public var evidence: [EvidenceReference]
  /// Whom the agency worked for, when the subject is a service agency.
  public var clientKey: String?
  /// When what was found happened or ended: it decides which rules apply.
  public var factAt: Date?
  /// What the inspectors think of damage to the environment; absent when not looked at.
  public var damageSuspected: Bool?

  public init(
    factId: String, subjectKey: String, region: String, inspectedAt: Date, authority: String? = nil,
    inspectionNumber: String, kind: InspectionKind, onSite: Bool, problems: Bool, factCodes: [String] = [],
    article: String? = nil, evidence: [EvidenceReference] = [], clientKey: String? = nil, factAt: Date? = nil,
    damageSuspected: Bool? = nil
  ) {
    self.factId = factId
    self.subjectKey = subjectKey
    self.region = region
    self.inspectedAt = inspectedAt
    self.authority = authority
    self.inspectionNumber = inspectionNumber
    self.kind = kind
    self.onSite = onSite
    self.problems = problems
    self.factCodes = factCodes
    self.article = article
    self.evidence = evidence
    self.clientKey = clientKey
    self.factAt = factAt
    self.damageSuspected = damageSuspected
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    factId = try fields.string("factId", limit: 128)
    subjectKey = try fields.subjectKey("subjectKey")
    region = try fields.region("region")
    inspectedAt = try fields.instant("inspectedAt")
    authority = try fields.optionalString("authority")
    inspectionNumber = try fields.string("inspectionNumber", limit: 128)
    kind = try fields.code("kind")
    onSite = try fields.bool("onSite")
    problems = try fields.bool("problems")
    factCodes = try fields.strings("factCodes", maximum: 32)
    article = try fields.optionalString("article")
    evidence = try fields.objects("evidence", maximum: 32)
    clientKey = try fields.optionalSubjectKey("clientKey")
    factAt = try fields.optionalInstant("factAt")
    damageSuspected = try fields.optionalBool("damageSuspected")
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("factId", factId)
    object.set("subjectKey", subjectKey)
    object.set("region", region)
    object.set("inspectedAt", inspectedAt)
    object.set("authority", authority)
    object.set("inspectionNumber", inspectionNumber)
    object.set("kind", code: kind)
    object.set("onSite", onSite)
    object.set("problems", problems)
    object.set("factCodes", factCodes.isEmpty ? nil : factCodes)
    object.set("article", article)
    object.set("evidence", evidence.isEmpty ? nil : evidence)
    object.set("clientKey", clientKey)
    object.set("factAt", factAt)
    object.set("damageSuspected", damageSuspected)
    return .object(object)
  }

  public var recordKey: String { subjectKey }
  public var filters: [CloudEventAttribute] {
    [
      CloudEventAttribute(.region, region),
      CloudEventAttribute(.kind, kind.rawValue),
    ]
  }
}
