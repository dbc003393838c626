public import FoundationEssentials

/// A reward was claimed in time and paid out (领取).
public struct RewardClaimed: EventPayload {
  public static let type: EventType = .rewardClaimed

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
  /// The amount, in fen.
  public var amountFen: Int64

  public init(
    rewardId: UUID, petitionId: UUID, petitionNumber: String, region: String, at: Date, amountFen: Int64
  ) {
    self.rewardId = rewardId
    self.petitionId = petitionId
    self.petitionNumber = petitionNumber
    self.region = region
    self.at = at
    self.amountFen = amountFen
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    rewardId = try fields.uuid("rewardId")
    petitionId = try fields.uuid("petitionId")
    petitionNumber = try fields.string("petitionNumber")
    region = try fields.region("region")
    at = try fields.instant("at")
    amountFen = try fields.fen("amountFen")
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("rewardId", rewardId)
    object.set("petitionId", petitionId)
    object.set("petitionNumber", petitionNumber)
    object.set("region", region)
    object.set("at", at)
    object.set("amountFen", amountFen)
    return .object(object)
  }

  public var recordKey: String { petitionId.lowercased }
  public var filters: [CloudEventAttribute] { [CloudEventAttribute(.region, region)] }
}
