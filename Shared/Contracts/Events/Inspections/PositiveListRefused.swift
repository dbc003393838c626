public import FoundationEssentials

/// An enterprise that was recommended was not entered into the positive list.
public struct PositiveListRefused: EventPayload {
  public static let type: EventType = .positiveListRefused

  /// The enterprise or site.
  public var subjectKey: String
  /// Its region (GB/T 2260).
  public var region: String
  /// The business instant from which it holds.
  public var at: Date
  /// The recommendation.
  public var entryId: UUID
  /// The conditions it does not meet, as codes of the rule pack.
  public var unmet: [String]
  /// The rule it follows from.
  public var derivation: RuleReference

  public init(subjectKey: String, region: String, at: Date, entryId: UUID, unmet: [String], derivation: RuleReference) {
    self.subjectKey = subjectKey
    self.region = region
    self.at = at
    self.entryId = entryId
    self.unmet = unmet
    self.derivation = derivation
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    subjectKey = try fields.subjectKey("subjectKey")
    region = try fields.region("region")
    at = try fields.instant("at")
    entryId = try fields.uuid("entryId")
    unmet = try fields.strings("unmet", required: true, maximum: 16)
    derivation = try fields.object("derivation")
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("subjectKey", subjectKey)
    object.set("region", region)
    object.set("at", at)
    object.set("entryId", entryId)
    object.set("unmet", unmet)
    object.set("derivation", derivation)
    return .object(object)
  }

  public var recordKey: String { subjectKey }
  public var filters: [CloudEventAttribute] { [CloudEventAttribute(.region, region)] }
}
