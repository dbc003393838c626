public import FoundationEssentials

/// Investigation began (查件).
public struct PetitionInvestigated: EventPayload {
  public static let type: EventType = .petitionInvestigated

  /// The petition.
  public var petitionId: UUID
  /// The petition's number for people.
  public var petitionNumber: String
  /// The region of the pollution (GB/T 2260).
  public var region: String
  /// When it happened, in business time.
  public var at: Date
  /// The unit that investigates.
  public var unit: String
  /// True on the spot.
  public var onSite: Bool
  /// When it began, in business time.
  public var startedAt: Date

  public init(
    petitionId: UUID, petitionNumber: String, region: String, at: Date, unit: String, onSite: Bool, startedAt: Date
  ) {
    self.petitionId = petitionId
    self.petitionNumber = petitionNumber
    self.region = region
    self.at = at
    self.unit = unit
    self.onSite = onSite
    self.startedAt = startedAt
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    petitionId = try fields.uuid("petitionId")
    petitionNumber = try fields.string("petitionNumber")
    region = try fields.region("region")
    at = try fields.instant("at")
    unit = try fields.string("unit")
    onSite = try fields.bool("onSite")
    startedAt = try fields.instant("startedAt")
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("petitionId", petitionId)
    object.set("petitionNumber", petitionNumber)
    object.set("region", region)
    object.set("at", at)
    object.set("unit", unit)
    object.set("onSite", onSite)
    object.set("startedAt", startedAt)
    return .object(object)
  }

  public var recordKey: String { petitionId.lowercased }
  public var filters: [CloudEventAttribute] { [CloudEventAttribute(.region, region)] }
}
