public import FoundationEssentials

/// An enterprise was entered into the positive list (纳入).
public struct PositiveListEntered: EventPayload {
  public static let type: EventType = .positiveListEntered

  /// The enterprise or site.
  public var subjectKey: String
  /// Its region (GB/T 2260).
  public var region: String
  /// The business instant from which it holds.
  public var at: Date
  /// The entry.
  public var entryId: UUID
  /// The items of the screening it meets, as codes of the rule pack.
  public var screening: [String]
  /// The first instant at which it is on the list no longer.
  public var validUntil: Date
  /// The rule it follows from.
  public var derivation: RuleReference

  public init(
    subjectKey: String, region: String, at: Date, entryId: UUID, screening: [String], validUntil: Date,
    derivation: RuleReference
  ) {
    self.subjectKey = subjectKey
    self.region = region
    self.at = at
    self.entryId = entryId
    self.screening = screening
    self.validUntil = validUntil
    self.derivation = derivation
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    subjectKey = try fields.subjectKey("subjectKey")
    region = try fields.region("region")
    at = try fields.instant("at")
    entryId = try fields.uuid("entryId")
    screening = try fields.strings("screening", required: true, maximum: 16)
    validUntil = try fields.instant("validUntil")
    derivation = try fields.object("derivation")
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("subjectKey", subjectKey)
    object.set("region", region)
    object.set("at", at)
    object.set("entryId", entryId)
    object.set("screening", screening)
    object.set("validUntil", validUntil)
    object.set("derivation", derivation)
    return .object(object)
  }

  public var recordKey: String { subjectKey }
  public var filters: [CloudEventAttribute] { [CloudEventAttribute(.region, region)] }
}
