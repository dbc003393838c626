public import FoundationEssentials

/// An enterprise has another colour; never sent when the colour stays.
public struct ColourChanged: EventPayload {
  public static let type: EventType = .colourChanged

  /// The enterprise or site.
  public var subjectKey: String
  /// Its region (GB/T 2260).
  public var region: String
  /// The business instant from which it holds.
  public var at: Date
  /// The colour before.
  public var colourBefore: Colour
  /// The colour now.
  public var colour: Colour
  /// The score now.
  public var score: Decimal
  /// True when the enterprise is recommended for the positive list (正面清单).
  public var positiveListRecommended: Bool?
  /// The entry in the ledger that did it.
  public var entryId: UUID?
  /// The rule that bounds the colours.
  public var derivation: RuleReference

  public init(
    subjectKey: String, region: String, at: Date, colourBefore: Colour, colour: Colour, score: Decimal,
    positiveListRecommended: Bool? = nil, entryId: UUID? = nil, derivation: RuleReference
  ) {
    self.subjectKey = subjectKey
    self.region = region
    self.at = at
    self.colourBefore = colourBefore
    self.colour = colour
    self.score = score
    self.positiveListRecommended = positiveListRecommended
    self.entryId = entryId
    self.derivation = derivation
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    subjectKey = try fields.subjectKey("subjectKey")
    region = try fields.region("region")
    at = try fields.instant("at")
    colourBefore = try fields.code("colourBefore")
    colour = try fields.code("colour")
    score = try fields.decimal("score")
    positiveListRecommended = try fields.optionalBool("positiveListRecommended")
    entryId = try fields.optionalUUID("entryId")
    derivation = try fields.object("derivation")
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("subjectKey", subjectKey)
    object.set("region", region)
    object.set("at", at)
    object.set("colourBefore", code: colourBefore)
    object.set("colour", code: colour)
    object.set("score", score)
    object.set("positiveListRecommended", positiveListRecommended)
    object.set("entryId", entryId)
    object.set("derivation", derivation)
    return .object(object)
  }

  public var recordKey: String { subjectKey }
  public var filters: [CloudEventAttribute] {
    [
      CloudEventAttribute(.region, region),
      CloudEventAttribute(.colour, colour.rawValue),
    ]
  }
}
