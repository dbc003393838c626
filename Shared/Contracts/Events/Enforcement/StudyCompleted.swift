public import FoundationEssentials

/// A firm studied environmental law of its own will (学法).
public struct StudyCompleted: EventPayload {
  public static let type: EventType = .studyCompleted

  /// The sender's own number of the fact; with the source it is the fact's identity.
  public var factId: String
  /// Whom it concerns.
  public var subjectKey: String
  /// Where (GB/T 2260).
  public var region: String
  /// When it was completed.
  public var completedAt: Date
  /// The unit that speaks.
  public var authority: String?
  /// How long, in minutes; a study unit (学时) is forty.
  public var minutes: Int
  /// Codes of the laws studied.
  public var laws: [String]
  /// When.
  public var context: StudyContext
  /// The number of the penalty case.
  public var penaltyNumber: String?
  /// Where the evidence is kept.
  public var evidence: [EvidenceReference]

  public init(
    factId: String, subjectKey: String, region: String, completedAt: Date, authority: String? = nil,
    minutes: Int, laws: [String] = [], context: StudyContext, penaltyNumber: String? = nil,
    evidence: [EvidenceReference] = []
  ) {
    self.factId = factId
    self.subjectKey = subjectKey
    self.region = region
    self.completedAt = completedAt
    self.authority = authority
    self.minutes = minutes
    self.laws = laws
    self.context = context
    self.penaltyNumber = penaltyNumber
    self.evidence = evidence
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    factId = try fields.string("factId", limit: 128)
    subjectKey = try fields.subjectKey("subjectKey")
    region = try fields.region("region")
    completedAt = try fields.instant("completedAt")
    authority = try fields.optionalString("authority")
    minutes = try fields.integer("minutes")
    laws = try fields.strings("laws", maximum: 32)
    context = try fields.code("context")
    penaltyNumber = try fields.optionalString("penaltyNumber", limit: 128)
    evidence = try fields.objects("evidence", maximum: 32)
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("factId", factId)
    object.set("subjectKey", subjectKey)
    object.set("region", region)
    object.set("completedAt", completedAt)
    object.set("authority", authority)
    object.set("minutes", minutes)
    object.set("laws", laws.isEmpty ? nil : laws)
    object.set("context", code: context)
    object.set("penaltyNumber", penaltyNumber)
    object.set("evidence", evidence.isEmpty ? nil : evidence)
    return .object(object)
  }

  public var recordKey: String { subjectKey }
  public var filters: [CloudEventAttribute] {
    [
      CloudEventAttribute(.region, region),
      CloudEventAttribute(.kind, context.rawValue),
    ]
  }
}
