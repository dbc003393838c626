public import FoundationEssentials

/// An objection to a transfer was decided: the case goes back, or stays with the receiver.
public struct PetitionObjectionDecided: EventPayload {
  public static let type: EventType = .petitionObjectionDecided

  /// The petition.
  public var petitionId: UUID
  /// The petition's number for people.
  public var petitionNumber: String
  /// The region of the pollution (GB/T 2260).
  public var region: String
  /// When it happened, in business time.
  public var at: Date
  /// True when the case goes back to the sender.
  public var upheld: Bool
  /// Who decided.
  public var decidedBy: ObjectionDecider
  /// The unit that has the case now.
  public var unit: String
  /// The due dates that run from here.
  public var dueDates: [DueDate]

  public init(
    petitionId: UUID, petitionNumber: String, region: String, at: Date, upheld: Bool, decidedBy: ObjectionDecider,
    unit: String, dueDates: [DueDate] = []
  ) {
    self.petitionId = petitionId
    self.petitionNumber = petitionNumber
    self.region = region
    self.at = at
    self.upheld = upheld
    self.decidedBy = decidedBy
    self.unit = unit
    self.dueDates = dueDates
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    petitionId = try fields.uuid("petitionId")
    petitionNumber = try fields.string("petitionNumber")
    region = try fields.region("region")
    at = try fields.instant("at")
    upheld = try fields.bool("upheld")
    decidedBy = try fields.code("decidedBy")
    unit = try fields.string("unit")
    dueDates = try fields.objects("dueDates", maximum: 16)
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("petitionId", petitionId)
    object.set("petitionNumber", petitionNumber)
    object.set("region", region)
    object.set("at", at)
    object.set("upheld", upheld)
    object.set("decidedBy", code: decidedBy)
    object.set("unit", unit)
    object.set("dueDates", dueDates.isEmpty ? nil : dueDates)
    return .object(object)
  }

  public var recordKey: String { petitionId.lowercased }
  public var filters: [CloudEventAttribute] { [CloudEventAttribute(.region, region)] }
}
