public import FoundationEssentials

/// A penalty was decided otherwise than was assessed: somebody must look.
public struct LeniencyDeviated: EventPayload {
  public static let type: EventType = .leniencyDeviated

  /// The entry of the ledger that records the decision of the penalty.
  public var penaltyEntryId: UUID
  /// Whom the penalty case is about.
  public var subjectKey: String
  /// Where (GB/T 2260).
  public var region: String
  /// When it was found.
  public var at: Date
  /// The number of the penalty case.
  public var penaltyNumber: String
  /// How it differs.
  public var deviation: LeniencyDeviation
  /// The fine imposed, in fen.
  public var fineFen: Int64?
  /// The lowest fine allowed, in fen.
  public var lowestFen: Int64?
  /// The highest fine assessed, in fen.
  public var highestFen: Int64?
  /// The assessment.
  public var assessmentId: UUID?

  public init(
    penaltyEntryId: UUID, subjectKey: String, region: String, at: Date, penaltyNumber: String,
    deviation: LeniencyDeviation, fineFen: Int64? = nil, lowestFen: Int64? = nil, highestFen: Int64? = nil,
    assessmentId: UUID? = nil
  ) {
    self.penaltyEntryId = penaltyEntryId
    self.subjectKey = subjectKey
    self.region = region
    self.at = at
    self.penaltyNumber = penaltyNumber
    self.deviation = deviation
    self.fineFen = fineFen
    self.lowestFen = lowestFen
    self.highestFen = highestFen
    self.assessmentId = assessmentId
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    penaltyEntryId = try fields.uuid("penaltyEntryId")
    subjectKey = try fields.subjectKey("subjectKey")
    region = try fields.region("region")
    at = try fields.instant("at")
    penaltyNumber = try fields.string("penaltyNumber", limit: 128)
    deviation = try fields.code("deviation")
    fineFen = try fields.optionalFen("fineFen")
    lowestFen = try fields.optionalFen("lowestFen")
    highestFen = try fields.optionalFen("highestFen")
    assessmentId = try fields.optionalUUID("assessmentId")
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("penaltyEntryId", penaltyEntryId)
    object.set("subjectKey", subjectKey)
    object.set("region", region)
    object.set("at", at)
    object.set("penaltyNumber", penaltyNumber)
    object.set("deviation", code: deviation)
    object.set("fineFen", fineFen)
    object.set("lowestFen", lowestFen)
    object.set("highestFen", highestFen)
    object.set("assessmentId", assessmentId)
    return .object(object)
  }

  public var recordKey: String { penaltyEntryId.lowercased }
  public var filters: [CloudEventAttribute] {
    [CloudEventAttribute(.region, region), CloudEventAttribute(.kind, deviation.rawValue)]
  }
}
