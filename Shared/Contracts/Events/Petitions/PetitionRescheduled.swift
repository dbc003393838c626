public import FoundationEssentials

/// Due dates changed, since a year's working days were announced.
public struct PetitionRescheduled: EventPayload {
  public static let type: EventType = .petitionRescheduled

  /// The petition.
  public var petitionId: UUID
  /// The petition's number for people.
  public var petitionNumber: String
  /// The region of the pollution (GB/T 2260).
  public var region: String
  /// When it happened, in business time.
  public var at: Date
  /// The due dates that no longer hold.
  public var previous: [DueDate]
  /// The same periods as they run now, in the same order.
  public var dueDates: [DueDate]

  public init(
    petitionId: UUID, petitionNumber: String, region: String, at: Date, previous: [DueDate], dueDates: [DueDate]
  ) {
    self.petitionId = petitionId
    self.petitionNumber = petitionNumber
    self.region = region
    self.at = at
    self.previous = previous
    self.dueDates = dueDates
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    petitionId = try fields.uuid("petitionId")
    petitionNumber = try fields.string("petitionNumber")
    region = try fields.region("region")
    at = try fields.instant("at")
    previous = try fields.objects("previous", required: true, maximum: 16)
    dueDates = try fields.objects("dueDates", required: true, maximum: 16)
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("petitionId", petitionId)
    object.set("petitionNumber", petitionNumber)
    object.set("region", region)
    object.set("at", at)
    object.set("previous", previous)
    object.set("dueDates", dueDates)
    return .object(object)
  }

  public var recordKey: String { petitionId.lowercased }
  public var filters: [CloudEventAttribute] { [CloudEventAttribute(.region, region)] }
}
