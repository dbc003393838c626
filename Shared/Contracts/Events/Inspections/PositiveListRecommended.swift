public import FoundationEssentials

/// An enterprise is recommended for the positive list (监督执法正面清单); staff screen it and decide.
public struct PositiveListRecommended: EventPayload {
  public static let type: EventType = .positiveListRecommended

  /// The enterprise or site.
  public var subjectKey: String
  /// Its region (GB/T 2260).
  public var region: String
  /// The business instant from which it holds.
  public var at: Date
  /// The recommendation, and the entry that may come of it.
  public var entryId: UUID
  /// Why.
  public var ground: ListingGround
  /// Its colour.
  public var colour: Colour
  /// The rule it follows from.
  public var derivation: RuleReference

  public init(
    subjectKey: String, region: String, at: Date, entryId: UUID, ground: ListingGround, colour: Colour,
    derivation: RuleReference
  ) {
    self.subjectKey = subjectKey
    self.region = region
    self.at = at
    self.entryId = entryId
    self.ground = ground
    self.colour = colour
    self.derivation = derivation
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    subjectKey = try fields.subjectKey("subjectKey")
    region = try fields.region("region")
    at = try fields.instant("at")
    entryId = try fields.uuid("entryId")
    ground = try fields.code("ground")
    colour = try fields.code("colour")
    derivation = try fields.object("derivation")
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("subjectKey", subjectKey)
    object.set("region", region)
    object.set("at", at)
    object.set("entryId", entryId)
    object.set("ground", code: ground)
    object.set("colour", code: colour)
    object.set("derivation", derivation)
    return .object(object)
  }

  public var recordKey: String { subjectKey }
  public var filters: [CloudEventAttribute] { [CloudEventAttribute(.region, region)] }
}
