public import FoundationEssentials

/// The latest score and colour of a subject, one record for each on the compacted topic.
public struct RatingState: EventPayload {
  public static let type: EventType = .ratingStateRecorded

  /// The enterprise or site.
  public var subjectKey: String
  /// Its region (GB/T 2260).
  public var region: String
  /// The sequence of the last event it takes in; a record of a lower one is out of date.
  public var sequence: Int
  /// The score; absent while unrated.
  public var score: Decimal?
  /// The colour.
  public var colour: Colour
  /// Since when it has this colour.
  public var colourSince: Date
  /// How many facts count at present.
  public var facts: Int
  /// The rule pack in force.
  public var derivation: RuleReference
  /// The business instant of the last change.
  public var updatedAt: Date
  /// The enterprise that owns the site; absent for enterprises, and for sites whose owner is not known.
  public var ownerKey: String?

  public init(
    subjectKey: String, region: String, sequence: Int, score: Decimal? = nil, colour: Colour,
    colourSince: Date, facts: Int, derivation: RuleReference, updatedAt: Date, ownerKey: String? = nil
  ) {
    self.subjectKey = subjectKey
    self.region = region
    self.sequence = sequence
    self.score = score
    self.colour = colour
    self.colourSince = colourSince
    self.facts = facts
    self.derivation = derivation
    self.updatedAt = updatedAt
    self.ownerKey = ownerKey
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    subjectKey = try fields.subjectKey("subjectKey")
    region = try fields.region("region")
    sequence = try fields.integer("sequence")
    score = try fields.optionalDecimal("score")
    colour = try fields.code("colour")
    colourSince = try fields.instant("colourSince")
    facts = try fields.integer("facts")
    derivation = try fields.object("derivation")
    updatedAt = try fields.instant("updatedAt")
    ownerKey = try fields.optionalSubjectKey("ownerKey")
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("subjectKey", subjectKey)
    object.set("region", region)
    object.set("sequence", sequence)
    object.set("score", score)
    object.set("colour", code: colour)
    object.set("colourSince", colourSince)
    object.set("facts", facts)
    object.set("derivation", derivation)
    object.set("updatedAt", updatedAt)
    object.set("ownerKey", ownerKey)
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
