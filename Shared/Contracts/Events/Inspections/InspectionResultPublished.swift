public import FoundationEssentials

/// The result of a double-random inspection was made public (一公开).
public struct InspectionResultPublished: EventPayload {
  public static let type: EventType = .inspectionResultPublished

  /// The draw.
  public var drawId: UUID
  /// The region of the unit (GB/T 2260).
  public var region: String
  /// When it was made public, in business time.
  public var at: Date
  /// The unit inspected.
  public var subjectKey: String
  /// The number of the record.
  public var inspectionNumber: String
  /// When it was inspected.
  public var inspectedAt: Date
  /// False for off-site supervision.
  public var onSite: Bool
  /// Whether anything was found.
  public var problems: Bool
  /// What was found, as codes of the rule packs.
  public var factCodes: [String]
  /// The inspectors, by the numbers of their certificates.
  public var inspectors: [String]
  /// The first instant after the period within which it must be public.
  public var publishBy: Date
  /// Where that period comes from.
  public var rule: RuleReference

  public init(
    drawId: UUID, region: String, at: Date, subjectKey: String, inspectionNumber: String, inspectedAt: Date,
    onSite: Bool, problems: Bool, factCodes: [String] = [], inspectors: [String], publishBy: Date, rule: RuleReference
  ) {
    self.drawId = drawId
    self.region = region
    self.at = at
    self.subjectKey = subjectKey
    self.inspectionNumber = inspectionNumber
    self.inspectedAt = inspectedAt
    self.onSite = onSite
    self.problems = problems
    self.factCodes = factCodes
    self.inspectors = inspectors
    self.publishBy = publishBy
    self.rule = rule
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    drawId = try fields.uuid("drawId")
    region = try fields.region("region")
    at = try fields.instant("at")
    subjectKey = try fields.subjectKey("subjectKey")
    inspectionNumber = try fields.string("inspectionNumber", limit: 128)
    inspectedAt = try fields.instant("inspectedAt")
    onSite = try fields.bool("onSite")
    problems = try fields.bool("problems")
    factCodes = try fields.strings("factCodes", maximum: 32)
    inspectors = try fields.strings("inspectors", required: true, maximum: 8)
    publishBy = try fields.instant("publishBy")
    rule = try fields.object("rule")
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("drawId", drawId)
    object.set("region", region)
    object.set("at", at)
    object.set("subjectKey", subjectKey)
    object.set("inspectionNumber", inspectionNumber)
    object.set("inspectedAt", inspectedAt)
    object.set("onSite", onSite)
    object.set("problems", problems)
    object.set("factCodes", factCodes.isEmpty ? nil : factCodes)
    object.set("inspectors", inspectors)
    object.set("publishBy", publishBy)
    object.set("rule", rule)
    return .object(object)
  }

  public var recordKey: String { drawId.lowercased }
  public var filters: [CloudEventAttribute] { [CloudEventAttribute(.region, region)] }
}
