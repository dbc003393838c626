public import FoundationEssentials

/// The monthly circular on how each county and department stands was issued.
public struct MonthlyDispatchIssued: EventPayload {
  public static let type: EventType = .monthlyDispatchIssued

  /// The bureau whose circular it is (GB/T 2260).
  public var region: String
  /// The month, such as 2025-12.
  public var month: String
  /// When it happened, in business time.
  public var at: Date
  /// The counties and departments.
  public var lines: [DispatchLine]

  public init(region: String, month: String, at: Date, lines: [DispatchLine]) {
    self.region = region
    self.month = month
    self.at = at
    self.lines = lines
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    region = try fields.region("region")
    month = try fields.string("month", limit: 7)
    at = try fields.instant("at")
    lines = try fields.objects("lines", required: true, maximum: 512)
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("region", region)
    object.set("month", month)
    object.set("at", at)
    object.set("lines", lines)
    return .object(object)
  }

  public var recordKey: String { "\(region) \(month)" }
  public var filters: [CloudEventAttribute] { [CloudEventAttribute(.region, region)] }
}
