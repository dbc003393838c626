public import FoundationEssentials

/// The receiver objects to a transfer, within five working days (信访工作条例 §23).
public struct PetitionObjected: EventPayload {
  public static let type: EventType = .petitionObjected

  /// The petition.
  public var petitionId: UUID
  /// The petition's number for people.
  public var petitionNumber: String
  /// The region of the pollution (GB/T 2260).
  public var region: String
  /// When it happened, in business time.
  public var at: Date
  /// The unit that objects.
  public var unit: String
  /// Why.
  public var reason: ObjectionReason
  /// Whose matter it is, as the receiver sees it.
  public var suggestedUnit: String?
  /// The due dates that run from here.
  public var dueDates: [DueDate]

  public init(
    petitionId: UUID, petitionNumber: String, region: String, at: Date, unit: String, reason: ObjectionReason,
    suggestedUnit: String? = nil, dueDates: [DueDate] = []
  ) {
    self.petitionId = petitionId
    self.petitionNumber = petitionNumber
    self.region = region
    self.at = at
    self.unit = unit
    self.reason = reason
    self.suggestedUnit = suggestedUnit
    self.dueDates = dueDates
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    petitionId = try fields.uuid("petitionId")
    petitionNumber = try fields.string("petitionNumber")
    region = try fields.region("region")
    at = try fields.instant("at")
    unit = try fields.string("unit")
    reason = try fields.code("reason")
    suggestedUnit = try fields.optionalString("suggestedUnit")
    dueDates = try fields.objects("dueDates", maximum: 16)
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("petitionId", petitionId)
    object.set("petitionNumber", petitionNumber)
    object.set("region", region)
    object.set("at", at)
    object.set("unit", unit)
    object.set("reason", code: reason)
    object.set("suggestedUnit", suggestedUnit)
    object.set("dueDates", dueDates.isEmpty ? nil : dueDates)
    return .object(object)
  }

  public var recordKey: String { petitionId.lowercased }
  public var filters: [CloudEventAttribute] { [CloudEventAttribute(.region, region)] }
}
