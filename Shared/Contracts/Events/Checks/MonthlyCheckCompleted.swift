public import FoundationEssentials

/// Every case of the sample of a monthly field check was looked at.
public struct MonthlyCheckCompleted: EventPayload {
  public static let type: EventType = .monthlyCheckCompleted

  /// The check.
  public var checkId: UUID
  /// The region checked (GB/T 2260).
  public var region: String
  /// The month whose closed cases are checked.
  public var month: String
  /// When it happened, in business time.
  public var at: Date
  /// How many cases were drawn.
  public var drawn: Int
  /// How many held.
  public var passed: Int
  /// How many did not.
  public var failed: Int

  public init(
    checkId: UUID, region: String, month: String, at: Date, drawn: Int, passed: Int, failed: Int
  ) {
    self.checkId = checkId
    self.region = region
    self.month = month
    self.at = at
    self.drawn = drawn
    self.passed = passed
    self.failed = failed
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    checkId = try fields.uuid("checkId")
    region = try fields.region("region")
    month = try fields.string("month")
    at = try fields.instant("at")
    drawn = try fields.integer("drawn")
    passed = try fields.integer("passed")
    failed = try fields.integer("failed")
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("checkId", checkId)
    object.set("region", region)
    object.set("month", month)
    object.set("at", at)
    object.set("drawn", drawn)
    object.set("passed", passed)
    object.set("failed", failed)
    return .object(object)
  }

  public var recordKey: String { checkId.lowercased }
  public var filters: [CloudEventAttribute] { [CloudEventAttribute(.region, region)] }
}
