public import FoundationEssentials

/// A period ends soon (预警).
public struct PetitionWarned: EventPayload {
  public static let type: EventType = .petitionWarned

  /// The petition.
  public var petitionId: UUID
  /// The petition's number for people.
  public var petitionNumber: String
  /// The region of the pollution (GB/T 2260).
  public var region: String
  /// When it happened, in business time.
  public var at: Date
  /// The period.
  public var upcoming: DueDate
  /// The unit that has the case.
  public var unit: String?
  /// Where the case stands.
  public var status: PetitionStatus

  public init(
    petitionId: UUID, petitionNumber: String, region: String, at: Date, upcoming: DueDate, unit: String? = nil,
    status: PetitionStatus
  ) {
    self.petitionId = petitionId
    self.petitionNumber = petitionNumber
    self.region = region
    self.at = at
    self.upcoming = upcoming
    self.unit = unit
    self.status = status
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    petitionId = try fields.uuid("petitionId")
    petitionNumber = try fields.string("petitionNumber")
    region = try fields.region("region")
    at = try fields.instant("at")
    upcoming = try fields.object("upcoming")
    unit = try fields.optionalString("unit")
    status = try fields.code("status")
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("petitionId", petitionId)
    object.set("petitionNumber", petitionNumber)
    object.set("region", region)
    object.set("at", at)
    object.set("upcoming", upcoming)
    object.set("unit", unit)
    object.set("status", code: status)
    return .object(object)
  }

  public var recordKey: String { petitionId.lowercased }
  public var filters: [CloudEventAttribute] { [CloudEventAttribute(.region, region)] }
}
