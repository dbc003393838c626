public import FoundationEssentials

/// What a case is about was handed to the police as a suspected crime, or was decided on there (行刑衔接). Compensation goes on
/// beside it.
public struct CompensationCrimeNoted: EventPayload {
  public static let type: EventType = .compensationCrimeNoted

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
  /// The number of the penalty case.
  public var penaltyNumber: String?
  /// The number of the transfer (移送书).
  public var referralNumber: String
  /// When it was handed over; absent when only the decision was told so far.
  public var referredAt: Date?
  /// The police, procuratorate or court that spoke last.
  public var authority: String?
  /// What was decided; absent before it is.
  public var outcome: CrimeOutcome?
  /// When it was decided.
  public var decidedAt: Date?

  public init(
    caseId: UUID, caseNumber: String, region: String, at: Date, subjectKey: String? = nil, penaltyNumber: String? = nil,
    referralNumber: String, referredAt: Date? = nil, authority: String? = nil, outcome: CrimeOutcome? = nil,
    decidedAt: Date? = nil
  ) {
    self.caseId = caseId
    self.caseNumber = caseNumber
    self.region = region
    self.at = at
    self.subjectKey = subjectKey
    self.penaltyNumber = penaltyNumber
    self.referralNumber = referralNumber
    self.referredAt = referredAt
    self.authority = authority
    self.outcome = outcome
    self.decidedAt = decidedAt
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    caseId = try fields.uuid("caseId")
    caseNumber = try fields.string("caseNumber")
    region = try fields.region("region")
    at = try fields.instant("at")
    subjectKey = try fields.optionalSubjectKey("subjectKey")
    penaltyNumber = try fields.optionalString("penaltyNumber", limit: 128)
    referralNumber = try fields.string("referralNumber", limit: 128)
    referredAt = try fields.optionalInstant("referredAt")
    authority = try fields.optionalString("authority")
    outcome = try fields.optionalCode("outcome")
    decidedAt = try fields.optionalInstant("decidedAt")
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("caseId", caseId)
    object.set("caseNumber", caseNumber)
    object.set("region", region)
    object.set("at", at)
    object.set("subjectKey", subjectKey)
    object.set("penaltyNumber", penaltyNumber)
    object.set("referralNumber", referralNumber)
    object.set("referredAt", referredAt)
    object.set("authority", authority)
    object.set("outcome", code: outcome)
    object.set("decidedAt", decidedAt)
    return .object(object)
  }

  public var recordKey: String { caseId.lowercased }
  public var filters: [CloudEventAttribute] {
    [CloudEventAttribute(.region, region), CloudEventAttribute(.kind, outcome?.rawValue ?? "referred")]
  }
}
