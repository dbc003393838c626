public import FoundationEssentials

/// An enterprise is on the positive list no longer (移出).
public struct PositiveListRemoved: EventPayload {
  public static let type: EventType = .positiveListRemoved

  /// The enterprise or site.
  public var subjectKey: String
  /// Its region (GB/T 2260).
  public var region: String
  /// The business instant from which it holds.
  public var at: Date
  /// The entry.
  public var entryId: UUID
  /// Why.
  public var cause: RemovalCause
  /// The facts behind it, as codes of the rule pack.
  public var factCodes: [String]
  /// Until when it cannot be entered again.
  public var barredUntil: Date?
  /// The rule it follows from.
  public var derivation: RuleReference

  public init(
    subjectKey: String, region: String, at: Date, entryId: UUID, cause: RemovalCause, factCodes: [String] = [],
    barredUntil: Date? = nil, derivation: RuleReference
  ) {
    self.subjectKey = subjectKey
    self.region = region
    self.at = at
    self.entryId = entryId
    self.cause = cause
    self.factCodes = factCodes
    self.barredUntil = barredUntil
    self.derivation = derivation
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    subjectKey = try fields.subjectKey("subjectKey")
    region = try fields.region("region")
    at = try fields.instant("at")
    entryId = try fields.uuid("entryId")
    cause = try fields.code("cause")
    factCodes = try fields.strings("factCodes", maximum: 32)
    barredUntil = try fields.optionalInstant("barredUntil")
    derivation = try fields.object("derivation")
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("subjectKey", subjectKey)
    object.set("region", region)
    object.set("at", at)
    object.set("entryId", entryId)
    object.set("cause", code: cause)
    object.set("factCodes", factCodes.isEmpty ? nil : factCodes)
    object.set("barredUntil", barredUntil)
    object.set("derivation", derivation)
    return .object(object)
  }

  public var recordKey: String { subjectKey }
  public var filters: [CloudEventAttribute] {
    [CloudEventAttribute(.region, region), CloudEventAttribute(.kind, cause.rawValue)]
  }
}
