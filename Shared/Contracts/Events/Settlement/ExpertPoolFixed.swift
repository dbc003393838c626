public import FoundationEssentials

/// The pool of a joint draw was fixed: who can be drawn, and what each contributor committed to.
public struct ExpertPoolFixed: EventPayload {
  public static let type: EventType = .expertPoolFixed

  /// The draw.
  public var drawId: UUID
  /// The region of the bureau that draws (GB/T 2260).
  public var region: String
  /// When it happened, in business time.
  public var at: Date
  /// What the seeds are for; part of every commitment.
  public var purpose: String
  /// How many experts can be drawn.
  public var poolSize: Int
  /// SHA-256 of the pool: the experts' numbers, sorted, a line feed after each.
  public var poolSha256: String
  /// How many of the field and grade stand back for an interest in the case (回避).
  public var excluded: Int
  /// What the parties committed to; no seeds yet.
  public var contributions: [SeedContribution]

  public init(
    drawId: UUID, region: String, at: Date, purpose: String, poolSize: Int, poolSha256: String, excluded: Int,
    contributions: [SeedContribution] = []
  ) {
    self.drawId = drawId
    self.region = region
    self.at = at
    self.purpose = purpose
    self.poolSize = poolSize
    self.poolSha256 = poolSha256
    self.excluded = excluded
    self.contributions = contributions
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    drawId = try fields.uuid("drawId")
    region = try fields.region("region")
    at = try fields.instant("at")
    purpose = try fields.string("purpose")
    poolSize = try fields.integer("poolSize")
    poolSha256 = try fields.sha256("poolSha256")
    excluded = try fields.integer("excluded")
    contributions = try fields.objects("contributions", maximum: 16)
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("drawId", drawId)
    object.set("region", region)
    object.set("at", at)
    object.set("purpose", purpose)
    object.set("poolSize", poolSize)
    object.set("poolSha256", poolSha256)
    object.set("excluded", excluded)
    object.set("contributions", contributions.isEmpty ? nil : contributions)
    return .object(object)
  }

  public var recordKey: String { drawId.lowercased }
  public var filters: [CloudEventAttribute] { [CloudEventAttribute(.region, region)] }
}
