public import FoundationEssentials

/// How a complaint stands, told back to the hotline it came from, so that its own screens can follow the case.
public struct ComplaintStatusChanged: EventPayload {
  public static let type: EventType = .complaintStatusChanged

  /// The source of the complaint.
  public var source: String
  /// The hotline's own number of the matter.
  public var externalId: String
  /// The petition.
  public var petitionId: UUID
  /// The petition's number for people.
  public var petitionNumber: String
  /// The region of the pollution (GB/T 2260).
  public var region: String
  /// When it happened, in business time.
  public var at: Date
  /// Where the petition stands.
  public var status: PetitionStatus
  /// The type of the event that led here, such as `ecoredress.petition.accepted.v1`.
  public var change: String
  /// The unit that has the case.
  public var unit: String?
  /// Why it was refused.
  public var reason: RefusalReason?
  /// The number of the petition it is handled together with.
  public var mergedInto: String?
  /// True when a period ran out and is not yet made good.
  public var overdue: Bool?
  /// The periods that run.
  public var dueDates: [DueDate]

  public init(
    source: String, externalId: String, petitionId: UUID, petitionNumber: String, region: String, at: Date,
    status: PetitionStatus, change: String, unit: String? = nil, reason: RefusalReason? = nil,
    mergedInto: String? = nil, overdue: Bool? = nil, dueDates: [DueDate] = []
  ) {
    self.source = source
    self.externalId = externalId
    self.petitionId = petitionId
    self.petitionNumber = petitionNumber
    self.region = region
    self.at = at
    self.status = status
    self.change = change
    self.unit = unit
    self.reason = reason
    self.mergedInto = mergedInto
    self.overdue = overdue
    self.dueDates = dueDates
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    source = try fields.string("source")
    externalId = try fields.string("externalId")
    petitionId = try fields.uuid("petitionId")
    petitionNumber = try fields.string("petitionNumber")
    region = try fields.region("region")
    at = try fields.instant("at")
    status = try fields.code("status")
    change = try fields.string("change")
    unit = try fields.optionalString("unit")
    reason = try fields.optionalCode("reason")
    mergedInto = try fields.optionalString("mergedInto")
    overdue = try fields.optionalBool("overdue")
    dueDates = try fields.objects("dueDates", maximum: 16)
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("source", source)
    object.set("externalId", externalId)
    object.set("petitionId", petitionId)
    object.set("petitionNumber", petitionNumber)
    object.set("region", region)
    object.set("at", at)
    object.set("status", code: status)
    object.set("change", change)
    object.set("unit", unit)
    object.set("reason", code: reason)
    object.set("mergedInto", mergedInto)
    object.set("overdue", overdue)
    object.set("dueDates", dueDates.isEmpty ? nil : dueDates)
    return .object(object)
  }

  /// The complaint, as receipts name it, so that its answers stay in order.
  public var recordKey: String { "\(source) \(externalId)" }
  public var filters: [CloudEventAttribute] { [CloudEventAttribute(.region, region)] }
}
