public import FoundationEssentials

/// The higher level checked the result on the spot (跟踪复查); a failed check sends the case back.
public struct PetitionRechecked: EventPayload {
  public static let type: EventType = .petitionRechecked

  /// The petition.
  public var petitionId: UUID
  /// The petition's number for people.
  public var petitionNumber: String
  /// The region of the pollution (GB/T 2260).
  public var region: String
  /// When it happened, in business time.
  public var at: Date
  /// Whether the result held.
  public var passed: Bool
  /// The number of the check, from 1.
  public var attempt: Int
  /// True for a check on the spot.
  public var onSite: Bool
  /// The unit that checked.
  public var unit: String

  public init(
    petitionId: UUID, petitionNumber: String, region: String, at: Date, passed: Bool, attempt: Int,
    onSite: Bool, unit: String
  ) {
    self.petitionId = petitionId
    self.petitionNumber = petitionNumber
    self.region = region
    self.at = at
    self.passed = passed
    self.attempt = attempt
    self.onSite = onSite
    self.unit = unit
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    petitionId = try fields.uuid("petitionId")
    petitionNumber = try fields.string("petitionNumber")
    region = try fields.region("region")
    at = try fields.instant("at")
    passed = try fields.bool("passed")
    attempt = try fields.integer("attempt")
    onSite = try fields.bool("onSite")
    unit = try fields.string("unit")
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("petitionId", petitionId)
    object.set("petitionNumber", petitionNumber)
    object.set("region", region)
    object.set("at", at)
    object.set("passed", passed)
    object.set("attempt", attempt)
    object.set("onSite", onSite)
    object.set("unit", unit)
    return .object(object)
  }

  public var recordKey: String { petitionId.lowercased }
  public var filters: [CloudEventAttribute] { [CloudEventAttribute(.region, region)] }
}
