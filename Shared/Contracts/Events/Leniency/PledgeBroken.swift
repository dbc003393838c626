public import FoundationEssentials

/// A firm that pledged to obey the law broke it again: its apology helps no more.
public struct PledgeBroken: EventPayload {
  public static let type: EventType = .pledgeBroken

  /// The pledge.
  public var pledgeId: UUID
  /// Who pledged.
  public var subjectKey: String
  /// Where (GB/T 2260).
  public var region: String
  /// When the new violation was established.
  public var at: Date
  /// The penalty case that the pledge was given in.
  public var penaltyNumber: String
  /// The entry of the ledger with the new violation.
  public var brokenByEntryId: UUID
  /// Until when apologies of this firm lighten no penalty; absent means for good.
  public var barredUntil: Date?
  /// The rule behind it.
  public var derivation: RuleReference

  public init(
    pledgeId: UUID, subjectKey: String, region: String, at: Date, penaltyNumber: String, brokenByEntryId: UUID,
    barredUntil: Date? = nil, derivation: RuleReference
  ) {
    self.pledgeId = pledgeId
    self.subjectKey = subjectKey
    self.region = region
    self.at = at
    self.penaltyNumber = penaltyNumber
    self.brokenByEntryId = brokenByEntryId
    self.barredUntil = barredUntil
    self.derivation = derivation
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    pledgeId = try fields.uuid("pledgeId")
    subjectKey = try fields.subjectKey("subjectKey")
    region = try fields.region("region")
    at = try fields.instant("at")
    penaltyNumber = try fields.string("penaltyNumber", limit: 128)
    brokenByEntryId = try fields.uuid("brokenByEntryId")
    barredUntil = try fields.optionalInstant("barredUntil")
    derivation = try fields.object("derivation")
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("pledgeId", pledgeId)
    object.set("subjectKey", subjectKey)
    object.set("region", region)
    object.set("at", at)
    object.set("penaltyNumber", penaltyNumber)
    object.set("brokenByEntryId", brokenByEntryId)
    object.set("barredUntil", barredUntil)
    object.set("derivation", derivation)
    return .object(object)
  }

  public var recordKey: String { pledgeId.lowercased }
  public var filters: [CloudEventAttribute] { [CloudEventAttribute(.region, region)] }
}
