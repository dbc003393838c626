public import FoundationEssentials

/// A subject is unrated again, since everything by which it had been judged was withdrawn. No colour follows from nothing.
public struct RatingWithdrawn: EventPayload {
  public static let type: EventType = .ratingWithdrawn

  /// The enterprise or site.
  public var subjectKey: String
  /// Its region (GB/T 2260).
  public var region: String
  /// The business instant from which it holds.
  public var at: Date
  /// The colour before.
  public var colourBefore: Colour
  /// The score before.
  public var scoreBefore: Decimal
  /// The entry in the ledger that did it.
  public var entryId: UUID?
  /// The rule that bounds the colours.
  public var derivation: RuleReference

  public init(
    subjectKey: String, region: String, at: Date, colourBefore: Colour, scoreBefore: Decimal, entryId: UUID? = nil,
    derivation: RuleReference
  ) {
    self.subjectKey = subjectKey
    self.region = region
    self.at = at
    self.colourBefore = colourBefore
    self.scoreBefore = scoreBefore
    self.entryId = entryId
    self.derivation = derivation
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    subjectKey = try fields.subjectKey("subjectKey")
    region = try fields.region("region")
    at = try fields.instant("at")
    colourBefore = try fields.code("colourBefore")
    scoreBefore = try fields.decimal("scoreBefore")
    entryId = try fields.optionalUUID("entryId")
    derivation = try fields.object("derivation")
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("subjectKey", subjectKey)
    object.set("region", region)
    object.set("at", at)
    object.set("colourBefore", code: colourBefore)
    object.set("scoreBefore", scoreBefore)
    object.set("entryId", entryId)
    object.set("derivation", derivation)
    return .object(object)
  }

  public var recordKey: String { subjectKey }
  public var filters: [CloudEventAttribute] {
    [
      CloudEventAttribute(.region, region),
      CloudEventAttribute(.colour, Colour.unrated.rawValue),
    ]
  }
}
