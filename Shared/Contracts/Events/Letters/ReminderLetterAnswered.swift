public import FoundationEssentials

/// The bureau reports what it put right, and what its search for like problems (举一反三) found.
public struct ReminderLetterAnswered: EventPayload {
  public static let type: EventType = .reminderLetterAnswered

  /// The letter.
  public var letterId: UUID
  /// The document's number (文号).
  public var letterNumber: String
  /// The addressee's region (GB/T 2260).
  public var region: String
  /// When it happened, in business time.
  public var at: Date
  /// The bureau the letter was written to.
  public var unit: String
  /// Whether everything the letter names is put right.
  public var rectified: Bool
  /// How many places or cases were searched for like problems.
  public var searched: Int
  /// How many like problems the search found.
  public var likeProblems: Int
  /// The report, in words that staff approved.
  public var summary: String

  public init(
    letterId: UUID, letterNumber: String, region: String, at: Date, unit: String, rectified: Bool, searched: Int,
    likeProblems: Int, summary: String
  ) {
    self.letterId = letterId
    self.letterNumber = letterNumber
    self.region = region
    self.at = at
    self.unit = unit
    self.rectified = rectified
    self.searched = searched
    self.likeProblems = likeProblems
    self.summary = summary
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    letterId = try fields.uuid("letterId")
    letterNumber = try fields.string("letterNumber")
    region = try fields.region("region")
    at = try fields.instant("at")
    unit = try fields.string("unit")
    rectified = try fields.bool("rectified")
    searched = try fields.integer("searched")
    likeProblems = try fields.integer("likeProblems")
    summary = try fields.text("summary", limit: 4096)
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("letterId", letterId)
    object.set("letterNumber", letterNumber)
    object.set("region", region)
    object.set("at", at)
    object.set("unit", unit)
    object.set("rectified", rectified)
    object.set("searched", searched)
    object.set("likeProblems", likeProblems)
    object.set("summary", summary)
    return .object(object)
  }

  public var recordKey: String { letterId.lowercased }
  public var filters: [CloudEventAttribute] { [CloudEventAttribute(.region, region)] }
}
