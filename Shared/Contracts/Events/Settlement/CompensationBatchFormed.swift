public import FoundationEssentials

/// Cases of one kind are handled together (集约办案): each keeps its own amount.
public struct CompensationBatchFormed: EventPayload {
  public static let type: EventType = .compensationBatchFormed

  /// The batch.
  public var batchId: UUID
  /// The batch's number for people.
  public var batchNumber: String
  /// The region that the batch lies in (GB/T 2260).
  public var region: String
  /// When it happened, in business time.
  public var at: Date
  /// The cases.
  public var caseIds: [String]
  /// What is done jointly, as codes of the rule packs.
  public var steps: [String]
  /// The rule that lets it be done jointly.
  public var rule: RuleReference

  public init(
    batchId: UUID, batchNumber: String, region: String, at: Date, caseIds: [String], steps: [String],
    rule: RuleReference
  ) {
    self.batchId = batchId
    self.batchNumber = batchNumber
    self.region = region
    self.at = at
    self.caseIds = caseIds
    self.steps = steps
    self.rule = rule
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    batchId = try fields.uuid("batchId")
    batchNumber = try fields.string("batchNumber")
    region = try fields.region("region")
    at = try fields.instant("at")
    caseIds = try fields.strings("caseIds", required: true, maximum: 500)
    steps = try fields.strings("steps", required: true, maximum: 16)
    rule = try fields.object("rule")
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("batchId", batchId)
    object.set("batchNumber", batchNumber)
    object.set("region", region)
    object.set("at", at)
    object.set("caseIds", caseIds)
    object.set("steps", steps)
    object.set("rule", rule)
    return .object(object)
  }

  public var recordKey: String { batchId.lowercased }
  public var filters: [CloudEventAttribute] { [CloudEventAttribute(.region, region)] }
}
