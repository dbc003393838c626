public import FoundationEssentials

/// A case became backlog (积案): it needs a named leader (包案) who goes to the scene (下访).
public struct PetitionBacklogDeclared: EventPayload {
  public static let type: EventType = .petitionBacklogDeclared

  /// The petition.
  public var petitionId: UUID
  /// The petition's number for people.
  public var petitionNumber: String
  /// The region of the pollution (GB/T 2260).
  public var region: String
  /// When it happened, in business time.
  public var at: Date
  /// Why.
  public var reason: BacklogReason
  /// How many petitions on the matter there are, this one included.
  public var repeats: Int?
  /// For how many days it has been open.
  public var openDays: Int?
  /// The rule that says so.
  public var rule: RuleReference?

  public init(
    petitionId: UUID, petitionNumber: String, region: String, at: Date, reason: BacklogReason, repeats: Int? = nil,
    openDays: Int? = nil, rule: RuleReference? = nil
  ) {
    self.petitionId = petitionId
    self.petitionNumber = petitionNumber
    self.region = region
    self.at = at
    self.reason = reason
    self.repeats = repeats
    self.openDays = openDays
    self.rule = rule
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    petitionId = try fields.uuid("petitionId")
    petitionNumber = try fields.string("petitionNumber")
    region = try fields.region("region")
    at = try fields.instant("at")
    reason = try fields.code("reason")
    repeats = try fields.optionalInteger("repeats")
    openDays = try fields.optionalInteger("openDays")
    rule = try fields.optionalObject("rule")
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("petitionId", petitionId)
    object.set("petitionNumber", petitionNumber)
    object.set("region", region)
    object.set("at", at)
    object.set("reason", code: reason)
    object.set("repeats", repeats)
    object.set("openDays", openDays)
    object.set("rule", rule)
    return .object(object)
  }

  public var recordKey: String { petitionId.lowercased }
  public var filters: [CloudEventAttribute] { [CloudEventAttribute(.region, region)] }
}
