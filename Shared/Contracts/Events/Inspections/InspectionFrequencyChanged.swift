public import FoundationEssentials

/// How often and how an enterprise is to be inspected changed: for the random-inspection system and mobile
/// enforcement.
public struct InspectionFrequencyChanged: EventPayload {
  public static let type: EventType = .inspectionFrequencyChanged

  /// The enterprise or site.
  public var subjectKey: String
  /// Its region (GB/T 2260).
  public var region: String
  /// The business instant from which it holds.
  public var at: Date
  /// Its colour.
  public var colour: Colour
  /// Planned inspections on the spot a year, before; absent the first time.
  public var perYearBefore: Decimal?
  /// Planned inspections on the spot a year, now.
  public var perYear: Decimal
  /// How it is supervised.
  public var mode: InspectionMode
  /// What that rests on.
  public var reasons: [FrequencyReason]
  /// The rule it follows from.
  public var derivation: RuleReference

  public init(
    subjectKey: String, region: String, at: Date, colour: Colour, perYearBefore: Decimal? = nil, perYear: Decimal,
    mode: InspectionMode, reasons: [FrequencyReason], derivation: RuleReference
  ) {
    self.subjectKey = subjectKey
    self.region = region
    self.at = at
    self.colour = colour
    self.perYearBefore = perYearBefore
    self.perYear = perYear
    self.mode = mode
    self.reasons = reasons
    self.derivation = derivation
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    subjectKey = try fields.subjectKey("subjectKey")
    region = try fields.region("region")
    at = try fields.instant("at")
    colour = try fields.code("colour")
    perYearBefore = try fields.optionalDecimal("perYearBefore")
    perYear = try fields.decimal("perYear")
    mode = try fields.code("mode")
    reasons = try fields.codes("reasons", required: true)
    derivation = try fields.object("derivation")
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("subjectKey", subjectKey)
    object.set("region", region)
    object.set("at", at)
    object.set("colour", code: colour)
    object.set("perYearBefore", perYearBefore)
    object.set("perYear", perYear)
    object.set("mode", code: mode)
    object.set("reasons", codes: reasons)
    object.set("derivation", derivation)
    return .object(object)
  }

  public var recordKey: String { subjectKey }
  public var filters: [CloudEventAttribute] {
    [CloudEventAttribute(.region, region), CloudEventAttribute(.colour, colour.rawValue)]
  }
}
