public import FoundationEssentials

/// A period that ran out is not made good; it goes a level up.
public struct PetitionEscalated: EventPayload {
  public static let type: EventType = .petitionEscalated

  /// The petition.
  public var petitionId: UUID
  /// The petition's number for people.
  public var petitionNumber: String
  /// The region of the pollution (GB/T 2260).
  public var region: String
  /// When it happened, in business time.
  public var at: Date
  /// The period.
  public var missed: DueDate
  /// The step of escalation, from 1.
  public var level: Int
  /// Who is to act.
  public var target: EscalationTarget
  /// The unit that has the case.
  public var unit: String?
  /// Where the case stands.
  public var status: PetitionStatus

  public init(
    petitionId: UUID, petitionNumber: String, region: String, at: Date, missed: DueDate, level: Int,
    target: EscalationTarget, unit: String? = nil, status: PetitionStatus
  ) {
    self.petitionId = petitionId
    self.petitionNumber = petitionNumber
    self.region = region
    self.at = at
    self.missed = missed
    self.level = level
    self.target = target
    self.unit = unit
    self.status = status
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    petitionId = try fields.uuid("petitionId")
    petitionNumber = try fields.string("petitionNumber")
    region = try fields.region("region")
    at = try fields.instant("at")
    missed = try fields.object("missed")
    level = try fields.integer("level")
    target = try fields.code("target")
    unit = try fields.optionalString("unit")
    status = try fields.code("status")
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("petitionId", petitionId)
    object.set("petitionNumber", petitionNumber)
    object.set("region", region)
    object.set("at", at)
    object.set("missed", missed)
    object.set("level", level)
    object.set("target", code: target)
    object.set("unit", unit)
    object.set("status", code: status)
    return .object(object)
  }

  public var recordKey: String { petitionId.lowercased }
  public var filters: [CloudEventAttribute] { [CloudEventAttribute(.region, region)] }
}
