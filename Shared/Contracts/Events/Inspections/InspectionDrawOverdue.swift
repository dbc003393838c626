public import FoundationEssentials

/// A quarter ended with units of its draw not inspected, or without the draw that was committed to.
public struct InspectionDrawOverdue: EventPayload {
  public static let type: EventType = .inspectionDrawOverdue

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
  /// How many.
  public var open: Int
  /// How many units were drawn: none when the draw was never made. Absent in events of before.
  public var drawn: Int?

  public init(
    drawId: UUID, region: String, level: InspectionLevel, quarter: String, at: Date, open: Int, drawn: Int?
  ) {
    self.drawId = drawId
    self.region = region
    self.level = level
    self.quarter = quarter
    self.at = at
    self.open = open
    self.drawn = drawn
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    drawId = try fields.uuid("drawId")
    region = try fields.region("region")
    level = try fields.code("level")
    quarter = try fields.string("quarter")
    at = try fields.instant("at")
    open = try fields.integer("open")
    drawn = try fields.optionalInteger("drawn")
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("drawId", drawId)
    object.set("region", region)
    object.set("level", code: level)
    object.set("quarter", quarter)
    object.set("at", at)
    object.set("open", open)
    object.set("drawn", drawn)
    return .object(object)
  }

  public var recordKey: String { drawId.lowercased }
  public var filters: [CloudEventAttribute] { [CloudEventAttribute(.region, region)] }
}
