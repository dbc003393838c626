public import FoundationEssentials

/// A joint draw of experts (共同抽取) was opened: the service's seed is fixed and its commitment public, before the pool
/// is.
public struct ExpertDrawCommitted: EventPayload {
  public static let type: EventType = .expertDrawCommitted

  /// The draw.
  public var drawId: UUID
  /// The region of the bureau that draws (GB/T 2260).
  public var region: String
  /// When it happened, in business time.
  public var at: Date
  /// The cases that the panel assesses.
  public var caseIds: [String]
  /// The batch (集约办案) it is for.
  public var batchId: UUID?
  /// The name of the algorithm, whose description anybody can follow.
  public var algorithm: String
  /// What the seeds are for; part of every commitment.
  public var purpose: String
  /// Who chose this seed.
  public var contributor: String
  /// What binds the seed before the pool is fixed.
  public var commitment: String
  /// How many experts are to be drawn.
  public var panelSize: Int
  /// Where the least number comes from.
  public var rule: RuleReference

  public init(
    drawId: UUID, region: String, at: Date, caseIds: [String], batchId: UUID? = nil, algorithm: String, purpose: String,
    contributor: String, commitment: String, panelSize: Int, rule: RuleReference
  ) {
    self.drawId = drawId
    self.region = region
    self.at = at
    self.caseIds = caseIds
    self.batchId = batchId
    self.algorithm = algorithm
    self.purpose = purpose
    self.contributor = contributor
    self.commitment = commitment
    self.panelSize = panelSize
    self.rule = rule
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    drawId = try fields.uuid("drawId")
    region = try fields.region("region")
    at = try fields.instant("at")
    caseIds = try fields.strings("caseIds", required: true, maximum: 500)
    batchId = try fields.optionalUUID("batchId")
    algorithm = try fields.string("algorithm")
    purpose = try fields.string("purpose")
    contributor = try fields.string("contributor")
    commitment = try fields.sha256("commitment")
    panelSize = try fields.integer("panelSize")
    rule = try fields.object("rule")
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("drawId", drawId)
    object.set("region", region)
    object.set("at", at)
    object.set("caseIds", caseIds)
    object.set("batchId", batchId)
    object.set("algorithm", algorithm)
    object.set("purpose", purpose)
    object.set("contributor", contributor)
    object.set("commitment", commitment)
    object.set("panelSize", panelSize)
    object.set("rule", rule)
    return .object(object)
  }

  public var recordKey: String { drawId.lowercased }
  public var filters: [CloudEventAttribute] { [CloudEventAttribute(.region, region)] }
}
