public import FoundationEssentials

/// The bureau gave its answer (办结).
public struct PetitionConcluded: EventPayload {
  public static let type: EventType = .petitionConcluded

  /// The petition.
  public var petitionId: UUID
  /// The petition's number for people.
  public var petitionNumber: String
  /// The region of the pollution (GB/T 2260).
  public var region: String
  /// When it happened, in business time.
  public var at: Date
  /// The verdict.
  public var verdict: PetitionVerdict
  /// How handling ended.
  public var outcome: HandlingOutcome
  /// The number of the written answer (信访处理意见书).
  public var documentNumber: String?
  /// Whether it came within the period.
  public var onTime: Bool
  /// The due dates that run from here.
  public var dueDates: [DueDate]

  public init(
    petitionId: UUID, petitionNumber: String, region: String, at: Date, verdict: PetitionVerdict,
    outcome: HandlingOutcome, documentNumber: String? = nil, onTime: Bool, dueDates: [DueDate] = []
  ) {
    self.petitionId = petitionId
    self.petitionNumber = petitionNumber
    self.region = region
    self.at = at
    self.verdict = verdict
    self.outcome = outcome
    self.documentNumber = documentNumber
    self.onTime = onTime
    self.dueDates = dueDates
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    petitionId = try fields.uuid("petitionId")
    petitionNumber = try fields.string("petitionNumber")
    region = try fields.region("region")
    at = try fields.instant("at")
    verdict = try fields.code("verdict")
    outcome = try fields.code("outcome")
    documentNumber = try fields.optionalString("documentNumber")
    onTime = try fields.bool("onTime")
    dueDates = try fields.objects("dueDates", maximum: 16)
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("petitionId", petitionId)
    object.set("petitionNumber", petitionNumber)
    object.set("region", region)
    object.set("at", at)
    object.set("verdict", code: verdict)
    object.set("outcome", code: outcome)
    object.set("documentNumber", documentNumber)
    object.set("onTime", onTime)
    object.set("dueDates", dueDates.isEmpty ? nil : dueDates)
    return .object(object)
  }

  public var recordKey: String { petitionId.lowercased }
  public var filters: [CloudEventAttribute] { [CloudEventAttribute(.region, region)] }
}
