public import FoundationEssentials

/// The daily digest of one bureau (每日汇总梳理): what is new, due soon, overdue and re-opened.
public struct DigestCompiled: EventPayload {
  public static let type: EventType = .digestCompiled

  /// The bureau it is for.
  public var unit: String
  /// The bureau's region (GB/T 2260).
  public var region: String
  /// The day it sums up, in Shanghai.
  public var day: String
  /// When it happened, in business time.
  public var at: Date
  /// Received on that day.
  public var new: DigestSection
  /// A clock runs out within the warning time.
  public var dueSoon: DigestSection
  /// A clock has run out and is not made good.
  public var overdue: DigestSection
  /// Re-opened or sent back on that day.
  public var reopened: DigestSection

  public init(
    unit: String, region: String, day: String, at: Date, new: DigestSection, dueSoon: DigestSection,
    overdue: DigestSection, reopened: DigestSection
  ) {
    self.unit = unit
    self.region = region
    self.day = day
    self.at = at
    self.new = new
    self.dueSoon = dueSoon
    self.overdue = overdue
    self.reopened = reopened
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    unit = try fields.string("unit")
    region = try fields.region("region")
    day = try fields.string("day")
    at = try fields.instant("at")
    new = try fields.object("new")
    dueSoon = try fields.object("dueSoon")
    overdue = try fields.object("overdue")
    reopened = try fields.object("reopened")
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("unit", unit)
    object.set("region", region)
    object.set("day", day)
    object.set("at", at)
    object.set("new", new)
    object.set("dueSoon", dueSoon)
    object.set("overdue", overdue)
    object.set("reopened", reopened)
    return .object(object)
  }

  public var recordKey: String { unit }
  public var filters: [CloudEventAttribute] { [CloudEventAttribute(.region, region)] }
}
