public import FoundationEssentials

/// A notice on the duty of compensation (告知单) goes to the obligor, with its four answers.
public struct CompensationNoticeIssued: EventPayload {
  public static let type: EventType = .compensationNoticeIssued

  /// The case.
  public var caseId: UUID
  /// The case's number for people.
  public var caseNumber: String
  /// The region of the damage (GB/T 2260).
  public var region: String
  /// When it happened, in business time.
  public var at: Date
  /// Who is liable.
  public var subjectKey: String
  /// The document's number (文号).
  public var noticeNumber: String
  /// The four answers.
  public var answers: [NoticeAnswer]
  /// The number of the penalty case.
  public var penaltyNumber: String?
  /// By when it must be served.
  public var dueDates: [DueDate]

  public init(
    caseId: UUID, caseNumber: String, region: String, at: Date, subjectKey: String, noticeNumber: String,
    answers: [NoticeAnswer], penaltyNumber: String? = nil, dueDates: [DueDate] = []
  ) {
    self.caseId = caseId
    self.caseNumber = caseNumber
    self.region = region
    self.at = at
    self.subjectKey = subjectKey
    self.noticeNumber = noticeNumber
    self.answers = answers
    self.penaltyNumber = penaltyNumber
    self.dueDates = dueDates
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    caseId = try fields.uuid("caseId")
    caseNumber = try fields.string("caseNumber")
    region = try fields.region("region")
    at = try fields.instant("at")
    subjectKey = try fields.subjectKey("subjectKey")
    noticeNumber = try fields.string("noticeNumber")
    answers = try fields.objects("answers", required: true, maximum: 4)
    penaltyNumber = try fields.optionalString("penaltyNumber", limit: 128)
    dueDates = try fields.objects("dueDates", maximum: 16)
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("caseId", caseId)
    object.set("caseNumber", caseNumber)
    object.set("region", region)
    object.set("at", at)
    object.set("subjectKey", subjectKey)
    object.set("noticeNumber", noticeNumber)
    object.set("answers", answers)
    object.set("penaltyNumber", penaltyNumber)
    object.set("dueDates", dueDates.isEmpty ? nil : dueDates)
    return .object(object)
  }

  public var recordKey: String { caseId.lowercased }
  public var filters: [CloudEventAttribute] { [CloudEventAttribute(.region, region)] }
}
