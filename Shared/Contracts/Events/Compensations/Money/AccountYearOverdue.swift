public import FoundationEssentials

/// A year of the one account was not audited within the period.
public struct AccountYearOverdue: EventPayload {
  public static let type: EventType = .accountYearOverdue

  /// The year.
  public var year: Int
  /// Whose account it is (GB/T 2260).
  public var region: String
  /// When it happened, in business time.
  public var at: Date
  /// The period that ran out.
  public var missed: DueDate

  public init(year: Int, region: String, at: Date, missed: DueDate) {
    self.year = year
    self.region = region
    self.at = at
    self.missed = missed
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    year = try fields.integer("year", in: 2000...9999)
    region = try fields.region("region")
    at = try fields.instant("at")
    missed = try fields.object("missed")
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("year", year)
    object.set("region", region)
    object.set("at", at)
    object.set("missed", missed)
    return .object(object)
  }

  public var recordKey: String { "\(region) \(year)" }
  public var filters: [CloudEventAttribute] { [CloudEventAttribute(.region, region)] }
}
