public import FoundationEssentials

/// A panel of experts was drawn: everything needed to draw it again is here and in the pool, which can be had over
/// HTTP.
public struct ExpertDrawDrawn: EventPayload {
  public static let type: EventType = .expertDrawDrawn

  /// The draw.
  public var drawId: UUID
  /// The region of the bureau that draws (GB/T 2260).
  public var region: String
  /// When it happened, in business time.
  public var at: Date
  /// The cases that the panel assesses.
  public var caseIds: [String]
  /// The name of the algorithm, whose description anybody can follow.
  public var algorithm: String
  /// What was drawn; part of every hash.
  public var purpose: String
  /// Who chose the seed below.
  public var contributor: String
  /// What bound the seed before the pool was fixed.
  public var commitment: String
  /// The seed, now revealed: 64 hexadecimal digits.
  public var seed: String
  /// What the parties brought to the chance; those with a seed have their part in the draw's key.
  public var contributions: [SeedContribution]
  /// How many experts could be drawn.
  public var poolSize: Int
  /// SHA-256 of the pool: the experts' numbers, sorted, a line feed after each.
  public var poolSha256: String
  /// How many were to be drawn.
  public var panelSize: Int
  /// Where the least number comes from.
  public var rule: RuleReference
  /// Those drawn, in the order of the draw.
  public var drawn: [DrawnExpert]

  public init(
    drawId: UUID, region: String, at: Date, caseIds: [String], algorithm: String, purpose: String, contributor: String,
    commitment: String, seed: String, contributions: [SeedContribution] = [], poolSize: Int, poolSha256: String,
    panelSize: Int, rule: RuleReference, drawn: [DrawnExpert]
  ) {
    self.drawId = drawId
    self.region = region
    self.at = at
    self.caseIds = caseIds
    self.algorithm = algorithm
    self.purpose = purpose
    self.contributor = contributor
    self.commitment = commitment
    self.seed = seed
    self.contributions = contributions
    self.poolSize = poolSize
    self.poolSha256 = poolSha256
    self.panelSize = panelSize
    self.rule = rule
    self.drawn = drawn
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    drawId = try fields.uuid("drawId")
    region = try fields.region("region")
    at = try fields.instant("at")
    caseIds = try fields.strings("caseIds", required: true, maximum: 500)
    algorithm = try fields.string("algorithm")
    purpose = try fields.string("purpose")
    contributor = try fields.string("contributor")
    commitment = try fields.sha256("commitment")
    seed = try fields.sha256("seed")
    contributions = try fields.objects("contributions", maximum: 16)
    poolSize = try fields.integer("poolSize")
    poolSha256 = try fields.sha256("poolSha256")
    panelSize = try fields.integer("panelSize")
    rule = try fields.object("rule")
    drawn = try fields.objects("drawn", required: true)
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("drawId", drawId)
    object.set("region", region)
    object.set("at", at)
    object.set("caseIds", caseIds)
    object.set("algorithm", algorithm)
    object.set("purpose", purpose)
    object.set("contributor", contributor)
    object.set("commitment", commitment)
    object.set("seed", seed)
    object.set("contributions", contributions.isEmpty ? nil : contributions)
    object.set("poolSize", poolSize)
    object.set("poolSha256", poolSha256)
    object.set("panelSize", panelSize)
    object.set("rule", rule)
    object.set("drawn", drawn)
    return .object(object)
  }

  public var recordKey: String { drawId.lowercased }
  public var filters: [CloudEventAttribute] { [CloudEventAttribute(.region, region)] }
}
