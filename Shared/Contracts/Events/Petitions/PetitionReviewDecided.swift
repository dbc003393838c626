public import FoundationEssentials

/// A review or re-examination was decided; after a re-examination nothing more is accepted.
public struct PetitionReviewDecided: EventPayload {
  public static let type: EventType = .petitionReviewDecided

  /// The petition.
  public var petitionId: UUID
  /// The petition's number for people.
  public var petitionNumber: String
  /// The region of the pollution (GB/T 2260).
  public var region: String
  /// When it happened, in business time.
  public var at: Date
  /// Which of the two.
  public var level: ReviewLevel
  /// What was decided.
  public var verdict: ReviewVerdict
  /// The number of the written opinion.
  public var documentNumber: String
  /// The unit that reviewed.
  public var unit: String
  /// Whether it came within the period.
  public var onTime: Bool
  /// True when the matter is closed for good.
  public var final: Bool
  /// The due dates that run from here.
  public var dueDates: [DueDate]

  public init(
    petitionId: UUID, petitionNumber: String, region: String, at: Date, level: ReviewLevel, verdict: ReviewVerdict,
    documentNumber: String, unit: String, onTime: Bool, final: Bool, dueDates: [DueDate] = []
  ) {
    self.petitionId = petitionId
    self.petitionNumber = petitionNumber
    self.region = region
    self.at = at
    self.level = level
    self.verdict = verdict
    self.documentNumber = documentNumber
    self.unit = unit
    self.onTime = onTime
    self.final = final
    self.dueDates = dueDates
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    petitionId = try fields.uuid("petitionId")
    petitionNumber = try fields.string("petitionNumber")
    region = try fields.region("region")
    at = try fields.instant("at")
    level = try fields.code("level")
    verdict = try fields.code("verdict")
    documentNumber = try fields.string("documentNumber")
    unit = try fields.string("unit")
    onTime = try fields.bool("onTime")
    final = try fields.bool("final")
    dueDates = try fields.objects("dueDates", maximum: 16)
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("petitionId", petitionId)
    object.set("petitionNumber", petitionNumber)
    object.set("region", region)
    object.set("at", at)
    object.set("level", code: level)
    object.set("verdict", code: verdict)
    object.set("documentNumber", documentNumber)
    object.set("unit", unit)
    object.set("onTime", onTime)
    object.set("final", final)
    object.set("dueDates", dueDates.isEmpty ? nil : dueDates)
    return .object(object)
  }

  public var recordKey: String { petitionId.lowercased }
  public var filters: [CloudEventAttribute] { [CloudEventAttribute(.region, region)] }
}
