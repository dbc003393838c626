public import FoundationEssentials

/// Somebody looked whether what was ordered has been put right.
public struct RectificationVerified: EventPayload {
  public static let type: EventType = .rectificationVerified

  /// The sender's own number of the fact; with the source it is the fact's identity.
  public var factId: String
  /// Whom it concerns.
  public var subjectKey: String
  /// Where (GB/T 2260).
  public var region: String
  /// When it was looked at.
  public var verifiedAt: Date
  /// The unit that speaks.
  public var authority: String?
  /// The number of the penalty case.
  public var penaltyNumber: String?
  /// The inspection that ordered it.
  public var inspectionNumber: String?
  /// Whether it is put right.
  public var passed: Bool
  /// Which findings it covers; absent means all of the case.
  public var factCodes: [String]
  /// Where the evidence is kept.
  public var evidence: [EvidenceReference]

  public init(
    factId: String, subjectKey: String, region: String, verifiedAt: Date, authority: String? = nil,
    penaltyNumber: String? = nil, inspectionNumber: String? = nil, passed: Bool, factCodes: [String] = [],
    evidence: [EvidenceReference] = []
  ) {
    self.factId = factId
    self.subjectKey = subjectKey
    self.region = region
    self.verifiedAt = verifiedAt
    self.authority = authority
    self.penaltyNumber = penaltyNumber
    self.inspectionNumber = inspectionNumber
    self.passed = passed
    self.factCodes = factCodes
    self.evidence = evidence
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    factId = try fields.string("factId", limit: 128)
    subjectKey = try fields.subjectKey("subjectKey")
    region = try fields.region("region")
    verifiedAt = try fields.instant("verifiedAt")
    authority = try fields.optionalString("authority")
    penaltyNumber = try fields.optionalString("penaltyNumber", limit: 128)
    inspectionNumber = try fields.optionalString("inspectionNumber", limit: 128)
    passed = try fields.bool("passed")
    factCodes = try fields.strings("factCodes", maximum: 32)
    evidence = try fields.objects("evidence", maximum: 32)
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("factId", factId)
    object.set("subjectKey", subjectKey)
    object.set("region", region)
    object.set("verifiedAt", verifiedAt)
    object.set("authority", authority)
    object.set("penaltyNumber", penaltyNumber)
    object.set("inspectionNumber", inspectionNumber)
    object.set("passed", passed)
    object.set("factCodes", factCodes.isEmpty ? nil : factCodes)
    object.set("evidence", evidence.isEmpty ? nil : evidence)
    return .object(object)
  }

  public var recordKey: String { subjectKey }
  public var filters: [CloudEventAttribute] { [CloudEventAttribute(.region, region)] }
}
