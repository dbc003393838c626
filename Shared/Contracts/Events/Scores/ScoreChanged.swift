public import FoundationEssentials

/// A fact changed a score.
public struct ScoreChanged: EventPayload {
  public static let type: EventType = .scoreChanged

  /// The enterprise or site.
  public var subjectKey: String
  /// Its region (GB/T 2260).
  public var region: String
  /// The business instant from which it holds.
  public var at: Date
  /// The entry in the ledger; where the rules of the scale changed, an id of that change.
  public var entryId: UUID
  /// Where the fact comes from.
  public var origin: FactOrigin
  /// The facts, as codes of the rule pack.
  public var factCodes: [String]
  /// The points given (positive) or taken (negative).
  public var points: Decimal
  /// The score before.
  public var scoreBefore: Decimal
  /// The score after.
  public var score: Decimal
  /// The colour after.
  public var colour: Colour
  /// When the fact runs out.
  public var validUntil: Date?
  /// The petition the fact comes from.
  public var petitionId: UUID?
  /// The rule that gave the points.
  public var derivation: RuleReference
  /// The site of the enterprise that the fact is about; absent when it is about the subject itself.
  public var siteKey: String?

  public init(
    subjectKey: String, region: String, at: Date, entryId: UUID, origin: FactOrigin, factCodes: [String],
    points: Decimal, scoreBefore: Decimal, score: Decimal, colour: Colour, validUntil: Date? = nil,
    petitionId: UUID? = nil, derivation: RuleReference, siteKey: String? = nil
  ) {
    self.subjectKey = subjectKey
    self.region = region
    self.at = at
    self.entryId = entryId
    self.origin = origin
    self.factCodes = factCodes
    self.points = points
    self.scoreBefore = scoreBefore
    self.score = score
    self.colour = colour
    self.validUntil = validUntil
    self.petitionId = petitionId
    self.derivation = derivation
    self.siteKey = siteKey
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    subjectKey = try fields.subjectKey("subjectKey")
    region = try fields.region("region")
    at = try fields.instant("at")
    entryId = try fields.uuid("entryId")
    origin = try fields.code("origin")
    factCodes = try fields.strings("factCodes", required: true, maximum: 32)
    points = try fields.decimal("points")
    scoreBefore = try fields.decimal("scoreBefore")
    score = try fields.decimal("score")
    colour = try fields.code("colour")
    validUntil = try fields.optionalInstant("validUntil")
    petitionId = try fields.optionalUUID("petitionId")
    derivation = try fields.object("derivation")
    siteKey = try fields.optionalSubjectKey("siteKey")
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("subjectKey", subjectKey)
    object.set("region", region)
    object.set("at", at)
    object.set("entryId", entryId)
    object.set("origin", code: origin)
    object.set("factCodes", factCodes)
    object.set("points", points)
    object.set("scoreBefore", scoreBefore)
    object.set("score", score)
    object.set("colour", code: colour)
    object.set("validUntil", validUntil)
    object.set("petitionId", petitionId)
    object.set("derivation", derivation)
    object.set("siteKey", siteKey)
    return .object(object)
  }

  public var recordKey: String { subjectKey }
  public var filters: [CloudEventAttribute] {
    [
      CloudEventAttribute(.region, region),
      CloudEventAttribute(.kind, origin.rawValue),
      CloudEventAttribute(.colour, colour.rawValue),
    ]
  }
}
