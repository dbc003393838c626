public import FoundationEssentials

/// A higher level supervises the case (督办、挂牌督办).
public struct PetitionSupervised: EventPayload {
  public static let type: EventType = .petitionSupervised

  /// The petition.
  public var petitionId: UUID
  /// The petition's number for people.
  public var petitionNumber: String
  /// The region of the pollution (GB/T 2260).
  public var region: String
  /// When it happened, in business time.
  public var at: Date
  /// How strictly.
  public var level: SupervisionLevel
  /// Why.
  public var reason: SupervisionReason
  /// The unit that must act.
  public var unit: String
  /// The due dates that run from here.
  public var dueDates: [DueDate]

  public init(
    petitionId: UUID, petitionNumber: String, region: String, at: Date, level: SupervisionLevel,
    reason: SupervisionReason, unit: String, dueDates: [DueDate] = []
  ) {
    self.petitionId = petitionId
    self.petitionNumber = petitionNumber
    self.region = region
    self.at = at
    self.level = level
    self.reason = reason
    self.unit = unit
    self.dueDates = dueDates
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    petitionId = try fields.uuid("petitionId")
    petitionNumber = try fields.string("petitionNumber")
    region = try fields.region("region")
    at = try fields.instant("at")
    level = try fields.code("level")
    reason = try fields.code("reason")
    unit = try fields.string("unit")
    dueDates = try fields.objects("dueDates", maximum: 16)
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("petitionId", petitionId)
    object.set("petitionNumber", petitionNumber)
    object.set("region", region)
    object.set("at", at)
    object.set("level", code: level)
    object.set("reason", code: reason)
    object.set("unit", unit)
    object.set("dueDates", dueDates.isEmpty ? nil : dueDates)
    return .object(object)
  }

  public var recordKey: String { petitionId.lowercased }
  public var filters: [CloudEventAttribute] { [CloudEventAttribute(.region, region)] }
}
