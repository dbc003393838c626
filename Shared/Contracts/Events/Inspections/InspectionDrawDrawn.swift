public import FoundationEssentials

/// A double-random draw was made. What was drawn stays secret until it is released; the hashes bind it already.
public struct InspectionDrawDrawn: EventPayload {
  public static let type: EventType = .inspectionDrawDrawn

  /// The draw.
  public var drawId: UUID
  /// The region of the bureau that inspects (GB/T 2260).
  public var region: String
  /// Whose draw it is.
  public var level: InspectionLevel
  /// The quarter it is for.
  public var quarter: String
  /// When it happened, in business time.
  public var at: Date
  /// The classes drawn from.
  public var strata: [DrawStratum]
  /// How many inspectors could be drawn.
  public var inspectorPoolSize: Int
  /// SHA-256 of the pool of inspectors: their numbers, sorted, a line feed after each.
  public var inspectorPoolSha256: String
  /// How many units were drawn.
  public var drawn: Int
  /// SHA-256 of the result: the seed, then each unit with its inspectors in the order of the draw, a line feed
  /// after each.
  public var resultSha256: String

  public init(
    drawId: UUID, region: String, level: InspectionLevel, quarter: String, at: Date, strata: [DrawStratum],
    inspectorPoolSize: Int, inspectorPoolSha256: String, drawn: Int, resultSha256: String
  ) {
    self.drawId = drawId
    self.region = region
    self.level = level
    self.quarter = quarter
    self.at = at
    self.strata = strata
    self.inspectorPoolSize = inspectorPoolSize
    self.inspectorPoolSha256 = inspectorPoolSha256
    self.drawn = drawn
    self.resultSha256 = resultSha256
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    drawId = try fields.uuid("drawId")
    region = try fields.region("region")
    level = try fields.code("level")
    quarter = try fields.string("quarter")
    at = try fields.instant("at")
    strata = try fields.objects("strata", required: true, maximum: 8)
    inspectorPoolSize = try fields.integer("inspectorPoolSize")
    inspectorPoolSha256 = try fields.sha256("inspectorPoolSha256")
    drawn = try fields.integer("drawn")
    resultSha256 = try fields.sha256("resultSha256")
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("drawId", drawId)
    object.set("region", region)
    object.set("level", code: level)
    object.set("quarter", quarter)
    object.set("at", at)
    object.set("strata", strata)
    object.set("inspectorPoolSize", inspectorPoolSize)
    object.set("inspectorPoolSha256", inspectorPoolSha256)
    object.set("drawn", drawn)
    object.set("resultSha256", resultSha256)
    return .object(object)
  }

  public var recordKey: String { drawId.lowercased }
  public var filters: [CloudEventAttribute] { [CloudEventAttribute(.region, region)] }
}
