public import FoundationEssentials

/// A period was extended with the approval of the head (延期); the petitioner is told.
public struct PetitionExtended: EventPayload {
  public static let type: EventType = .petitionExtended

  /// The petition.
  public var petitionId: UUID
  /// The petition's number for people.
  public var petitionNumber: String
  /// The region of the pollution (GB/T 2260).
  public var region: String
  /// When it happened, in business time.
  public var at: Date
  /// Why.
  public var reason: ExtensionReason
  /// The period as it runs now.
  public var extended: DueDate
  /// When it would have ended.
  public var previousDue: Date

  public init(
    petitionId: UUID, petitionNumber: String, region: String, at: Date, reason: ExtensionReason, extended: DueDate,
    previousDue: Date
  ) {
    self.petitionId = petitionId
    self.petitionNumber = petitionNumber
    self.region = region
    self.at = at
    self.reason = reason
    self.extended = extended
    self.previousDue = previousDue
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    petitionId = try fields.uuid("petitionId")
    petitionNumber = try fields.string("petitionNumber")
    region = try fields.region("region")
    at = try fields.instant("at")
    reason = try fields.code("reason")
    extended = try fields.object("extended")
    previousDue = try fields.instant("previousDue")
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("petitionId", petitionId)
    object.set("petitionNumber", petitionNumber)
    object.set("region", region)
    object.set("at", at)
    object.set("reason", code: reason)
    object.set("extended", extended)
    object.set("previousDue", previousDue)
    return .object(object)
  }

  public var recordKey: String { petitionId.lowercased }
  public var filters: [CloudEventAttribute] { [CloudEventAttribute(.region, region)] }
}
