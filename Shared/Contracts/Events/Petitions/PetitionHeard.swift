public import FoundationEssentials

/// A hearing was held (听证).
public struct PetitionHeard: EventPayload {
  public static let type: EventType = .petitionHeard

  /// The petition.
  public var petitionId: UUID
  /// The petition's number for people.
  public var petitionNumber: String
  /// The region of the pollution (GB/T 2260).
  public var region: String
  /// When it happened, in business time.
  public var at: Date
  /// The unit that held it.
  public var unit: String
  /// When it was begun.
  public var startedAt: Date
  /// When it was closed.
  public var endedAt: Date
  /// The number of the record.
  public var documentNumber: String?
  /// The due dates that run from here.
  public var dueDates: [DueDate]

  public init(
    petitionId: UUID, petitionNumber: String, region: String, at: Date, unit: String, startedAt: Date, endedAt: Date,
    documentNumber: String? = nil, dueDates: [DueDate] = []
  ) {
    self.petitionId = petitionId
    self.petitionNumber = petitionNumber
    self.region = region
    self.at = at
    self.unit = unit
    self.startedAt = startedAt
    self.endedAt = endedAt
    self.documentNumber = documentNumber
    self.dueDates = dueDates
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    petitionId = try fields.uuid("petitionId")
    petitionNumber = try fields.string("petitionNumber")
    region = try fields.region("region")
    at = try fields.instant("at")
    unit = try fields.string("unit")
    startedAt = try fields.instant("startedAt")
    endedAt = try fields.instant("endedAt")
    documentNumber = try fields.optionalString("documentNumber")
    dueDates = try fields.objects("dueDates", maximum: 16)
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("petitionId", petitionId)
    object.set("petitionNumber", petitionNumber)
    object.set("region", region)
    object.set("at", at)
    object.set("unit", unit)
    object.set("startedAt", startedAt)
    object.set("endedAt", endedAt)
    object.set("documentNumber", documentNumber)
    object.set("dueDates", dueDates.isEmpty ? nil : dueDates)
    return .object(object)
  }

  public var recordKey: String { petitionId.lowercased }
  public var filters: [CloudEventAttribute] { [CloudEventAttribute(.region, region)] }
}
