public import FoundationEssentials

/// A case was filed (启动).
public struct CompensationFiled: EventPayload {
  public static let type: EventType = .compensationFiled

  /// The case.
  public var caseId: UUID
  /// The case's number for people.
  public var caseNumber: String
  /// The region of the damage (GB/T 2260).
  public var region: String
  /// When it happened, in business time.
  public var at: Date
  /// Who is liable; absent when unknown.
  public var subjectKey: String?
  /// True when a penalty case runs beside it (双立案).
  public var dual: Bool
  /// The number of the penalty case.
  public var penaltyNumber: String?
  /// True when nobody liable is known: the insurer is asked.
  public var noObligor: Bool?
  /// Why it had to be started even if the damage is notably minor.
  public var mustStart: [MustStartReason]
  /// The due dates that run from here.
  public var dueDates: [DueDate]

  public init(
    caseId: UUID, caseNumber: String, region: String, at: Date, subjectKey: String? = nil, dual: Bool,
    penaltyNumber: String? = nil, noObligor: Bool? = nil, mustStart: [MustStartReason] = [],
    dueDates: [DueDate] = []
  ) {
    self.caseId = caseId
    self.caseNumber = caseNumber
    self.region = region
    self.at = at
    self.subjectKey = subjectKey
    self.dual = dual
    self.penaltyNumber = penaltyNumber
    self.noObligor = noObligor
    self.mustStart = mustStart
    self.dueDates = dueDates
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    caseId = try fields.uuid("caseId")
    caseNumber = try fields.string("caseNumber")
    region = try fields.region("region")
    at = try fields.instant("at")
    subjectKey = try fields.optionalSubjectKey("subjectKey")
    dual = try fields.bool("dual")
    penaltyNumber = try fields.optionalString("penaltyNumber", limit: 128)
    noObligor = try fields.optionalBool("noObligor")
    mustStart = try fields.codes("mustStart", maximum: 8)
    dueDates = try fields.objects("dueDates", maximum: 16)
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("caseId", caseId)
    object.set("caseNumber", caseNumber)
    object.set("region", region)
    object.set("at", at)
    object.set("subjectKey", subjectKey)
    object.set("dual", dual)
    object.set("penaltyNumber", penaltyNumber)
    object.set("noObligor", noObligor)
    object.set("mustStart", codes: mustStart.isEmpty ? nil : mustStart)
    object.set("dueDates", dueDates.isEmpty ? nil : dueDates)
    return .object(object)
  }

  public var recordKey: String { caseId.lowercased }
  public var filters: [CloudEventAttribute] { [CloudEventAttribute(.region, region)] }
}
