public import FoundationEssentials

/// Whether a report earns a reward (有奖举报) was decided.
public struct RewardDecided: EventPayload {
  public static let type: EventType = .rewardDecided

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
  /// Whether there is a reward.
  public var granted: Bool
  /// The highest item's level in the table.
  public var level: String?
  /// The amount, in fen: of the highest item alone, never a sum.
  public var amountFen: Int64?
  /// Why there is none.
  public var refusal: RewardRefusal?
  /// By when it must be claimed.
  public var dueDates: [DueDate]
  /// The table.
  public var rule: RuleReference

  public init(
    rewardId: UUID, petitionId: UUID, petitionNumber: String, region: String, at: Date, granted: Bool,
    level: String? = nil, amountFen: Int64? = nil, refusal: RewardRefusal? = nil, dueDates: [DueDate] = [],
    rule: RuleReference
  ) {
    self.rewardId = rewardId
    self.petitionId = petitionId
    self.petitionNumber = petitionNumber
    self.region = region
    self.at = at
    self.granted = granted
    self.level = level
    self.amountFen = amountFen
    self.refusal = refusal
    self.dueDates = dueDates
    self.rule = rule
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    rewardId = try fields.uuid("rewardId")
    petitionId = try fields.uuid("petitionId")
    petitionNumber = try fields.string("petitionNumber")
    region = try fields.region("region")
    at = try fields.instant("at")
    granted = try fields.bool("granted")
    level = try fields.optionalString("level")
    amountFen = try fields.optionalFen("amountFen")
    refusal = try fields.optionalCode("refusal")
    dueDates = try fields.objects("dueDates", required: false, maximum: 64)
    rule = try fields.object("rule")
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("rewardId", rewardId)
    object.set("petitionId", petitionId)
    object.set("petitionNumber", petitionNumber)
    object.set("region", region)
    object.set("at", at)
    object.set("granted", granted)
    object.set("level", level)
    object.set("amountFen", amountFen)
    object.set("refusal", code: refusal)
    object.set("dueDates", dueDates.isEmpty ? nil : dueDates)
    object.set("rule", rule)
    return .object(object)
  }

  public var recordKey: String { petitionId.lowercased }
  public var filters: [CloudEventAttribute] { [CloudEventAttribute(.region, region)] }
}
