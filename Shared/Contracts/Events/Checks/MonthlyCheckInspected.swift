public import FoundationEssentials

/// A case of the sample was checked on the spot (现场检查).
public struct MonthlyCheckInspected: EventPayload {
  public static let type: EventType = .monthlyCheckInspected

  /// The check.
  public var checkId: UUID
  /// The region checked (GB/T 2260).
  public var region: String
  /// The month whose closed cases are checked.
  public var month: String
  /// When it happened, in business time.
  public var at: Date
  /// The petition.
  public var petitionId: UUID
  /// The petition's number for people.
  public var petitionNumber: String
  /// Whether the handling held.
  public var passed: Bool
  /// The unit that checked.
  public var unit: String
  /// What was wrong, in words that staff approved.
  public var summary: String?

  public init(
    checkId: UUID, region: String, month: String, at: Date, petitionId: UUID, petitionNumber: String, passed: Bool,
    unit: String, summary: String? = nil
  ) {
    self.checkId = checkId
    self.region = region
    self.month = month
    self.at = at
    self.petitionId = petitionId
    self.petitionNumber = petitionNumber
    self.passed = passed
    self.unit = unit
    self.summary = summary
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    checkId = try fields.uuid("checkId")
    region = try fields.region("region")
    month = try fields.string("month")
    at = try fields.instant("at")
    petitionId = try fields.uuid("petitionId")
    petitionNumber = try fields.string("petitionNumber")
    passed = try fields.bool("passed")
    unit = try fields.string("unit")
    summary = try fields.optionalText("summary", limit: 4096)
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("checkId", checkId)
    object.set("region", region)
    object.set("month", month)
    object.set("at", at)
    object.set("petitionId", petitionId)
    object.set("petitionNumber", petitionNumber)
    object.set("passed", passed)
    object.set("unit", unit)
    object.set("summary", summary)
    return .object(object)
  }

  public var recordKey: String { checkId.lowercased }
  public var filters: [CloudEventAttribute] { [CloudEventAttribute(.region, region)] }
}
