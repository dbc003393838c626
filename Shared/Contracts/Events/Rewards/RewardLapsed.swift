public import FoundationEssentials

/// A reward was not claimed in time.
public struct RewardLapsed: EventPayload {
  public static let type: EventType = .rewardLapsed

  /// The reward.
  public var rewardId: UUID
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

  public init(
    rewardId: UUID, petitionId: UUID, petitionNumber: String, region: String, at: Date, missed: DueDate
  ) {
    self.rewardId = rewardId
    self.petitionId = petitionId
    self.petitionNumber = petitionNumber
    self.region = region
    self.at = at
    self.missed = missed
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    rewardId = try fields.uuid("rewardId")
    petitionId = try fields.uuid("petitionId")
    petitionNumber = try fields.string("petitionNumber")
    region = try fields.region("region")
    at = try fields.instant("at")
    missed = try fields.object("missed")
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("rewardId", rewardId)
    object.set("petitionId", petitionId)
    object.set("petitionNumber", petitionNumber)
    object.set("region", region)
    object.set("at", at)
    object.set("missed", missed)
    return .object(object)
  }

  public var recordKey: String { petitionId.lowercased }
  public var filters: [CloudEventAttribute] { [CloudEventAttribute(.region, region)] }
}
