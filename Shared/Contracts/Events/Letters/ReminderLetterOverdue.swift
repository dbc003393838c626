public import FoundationEssentials

/// A work reminder letter was not acknowledged, or not answered, in time.
public struct ReminderLetterOverdue: EventPayload {
  public static let type: EventType = .reminderLetterOverdue

  /// The letter.
  public var letterId: UUID
  /// The document's number (文号).
  public var letterNumber: String
  /// The addressee's region (GB/T 2260).
  public var region: String
  /// When it happened, in business time.
  public var at: Date
  /// The bureau the letter was written to.
  public var unit: String
  /// The period.
  public var missed: DueDate

  public init(
    letterId: UUID, letterNumber: String, region: String, at: Date, unit: String, missed: DueDate
  ) {
    self.letterId = letterId
    self.letterNumber = letterNumber
    self.region = region
    self.at = at
    self.unit = unit
    self.missed = missed
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    letterId = try fields.uuid("letterId")
    letterNumber = try fields.string("letterNumber")
    region = try fields.region("region")
    at = try fields.instant("at")
    unit = try fields.string("unit")
    missed = try fields.object("missed")
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("letterId", letterId)
    object.set("letterNumber", letterNumber)
    object.set("region", region)
    object.set("at", at)
    object.set("unit", unit)
    object.set("missed", missed)
    return .object(object)
  }

  public var recordKey: String { letterId.lowercased }
  public var filters: [CloudEventAttribute] { [CloudEventAttribute(.region, region)] }
}
