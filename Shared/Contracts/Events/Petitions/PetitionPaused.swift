public import FoundationEssentials

/// Clocks of a case stand still, for a recorded reason.
public struct PetitionPaused: EventPayload {
  public static let type: EventType = .petitionPaused

  /// The petition.
  public var petitionId: UUID
  /// The petition's number for people.
  public var petitionNumber: String
  /// The region of the pollution (GB/T 2260).
  public var region: String
  /// When it happened, in business time.
  public var at: Date
  /// Why.
  public var reason: PauseReason
  /// The periods that stand, as they ran until now.
  public var paused: [DueDate]
  /// By when they must run again.
  public var resumeBy: DueDate

  public init(
    petitionId: UUID, petitionNumber: String, region: String, at: Date, reason: PauseReason, paused: [DueDate],
    resumeBy: DueDate
  ) {
    self.petitionId = petitionId
    self.petitionNumber = petitionNumber
    self.region = region
    self.at = at
    self.reason = reason
    self.paused = paused
    self.resumeBy = resumeBy
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    petitionId = try fields.uuid("petitionId")
    petitionNumber = try fields.string("petitionNumber")
    region = try fields.region("region")
    at = try fields.instant("at")
    reason = try fields.code("reason")
    paused = try fields.objects("paused", required: true, maximum: 16)
    resumeBy = try fields.object("resumeBy")
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("petitionId", petitionId)
    object.set("petitionNumber", petitionNumber)
    object.set("region", region)
    object.set("at", at)
    object.set("reason", code: reason)
    object.set("paused", paused)
    object.set("resumeBy", resumeBy)
    return .object(object)
  }

  public var recordKey: String { petitionId.lowercased }
  public var filters: [CloudEventAttribute] { [CloudEventAttribute(.region, region)] }
}
