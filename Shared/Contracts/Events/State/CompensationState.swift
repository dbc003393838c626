public import FoundationEssentials

/// The latest public state of a compensation case, one record for each on the compacted topic.
public struct CompensationState: EventPayload {
  public static let type: EventType = .compensationStateRecorded

  /// The case.
  public var caseId: UUID
  /// The case's number for people.
  public var caseNumber: String
  /// The sequence of the last event it takes in; a record of a lower one is out of date.
  public var sequence: Int
  /// Where it stands.
  public var status: CompensationStatus
  /// The region of the damage (GB/T 2260).
  public var region: String
  /// Who is liable; absent when unknown.
  public var subjectKey: String?
  /// Where it came from.
  public var clueSource: ClueSource
  /// When the clue was opened.
  public var openedAt: Date
  /// When the case was filed.
  public var filedAt: Date?
  /// When it was closed.
  public var closedAt: Date?
  /// The amount fixed, in fen.
  public var amountFen: Int64?
  /// Whether the duty was performed; absent while open.
  public var performed: Bool?
  /// True when a period ran out and is not yet made good.
  public var overdue: Bool
  /// The earliest period that runs.
  public var nextDue: DueDate?
  /// The petition it came from.
  public var petitionId: UUID?
  /// The number of the penalty case that runs beside it (双立案).
  public var penaltyNumber: String?
  /// True when nobody liable is known.
  public var noObligor: Bool?
  /// The department that handles it, as a code of the rule packs.
  public var department: String?
  /// Who follows it as a key case; absent when nobody does.
  public var keyCase: KeyCaseLevel?
  /// True while its periods stand still, with approval.
  public var suspended: Bool?
  /// How it ended.
  public var outcome: CompensationOutcome?
  /// The business instant of the last change.
  public var updatedAt: Date

  public init(
    caseId: UUID, caseNumber: String, sequence: Int, status: CompensationStatus, region: String,
    subjectKey: String? = nil, clueSource: ClueSource, openedAt: Date, filedAt: Date? = nil,
    closedAt: Date? = nil, amountFen: Int64? = nil, performed: Bool? = nil, overdue: Bool,
    nextDue: DueDate? = nil, petitionId: UUID? = nil, penaltyNumber: String? = nil, noObligor: Bool? = nil,
    department: String? = nil, keyCase: KeyCaseLevel? = nil, suspended: Bool? = nil,
    outcome: CompensationOutcome? = nil, updatedAt: Date
  ) {
    self.caseId = caseId
    self.caseNumber = caseNumber
    self.sequence = sequence
    self.status = status
    self.region = region
    self.subjectKey = subjectKey
    self.clueSource = clueSource
    self.openedAt = openedAt
    self.filedAt = filedAt
    self.closedAt = closedAt
    self.amountFen = amountFen
    self.performed = performed
    self.overdue = overdue
    self.nextDue = nextDue
    self.petitionId = petitionId
    self.penaltyNumber = penaltyNumber
    self.noObligor = noObligor
    self.department = department
    self.keyCase = keyCase
    self.suspended = suspended
    self.outcome = outcome
    self.updatedAt = updatedAt
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    caseId = try fields.uuid("caseId")
    caseNumber = try fields.string("caseNumber")
    sequence = try fields.integer("sequence")
    status = try fields.code("status")
    region = try fields.region("region")
    subjectKey = try fields.optionalSubjectKey("subjectKey")
    clueSource = try fields.code("clueSource")
    openedAt = try fields.instant("openedAt")
    filedAt = try fields.optionalInstant("filedAt")
    closedAt = try fields.optionalInstant("closedAt")
    amountFen = try fields.optionalFen("amountFen")
    performed = try fields.optionalBool("performed")
    overdue = try fields.bool("overdue")
    nextDue = try fields.optionalObject("nextDue")
    petitionId = try fields.optionalUUID("petitionId")
    penaltyNumber = try fields.optionalString("penaltyNumber", limit: 128)
    noObligor = try fields.optionalBool("noObligor")
    department = try fields.optionalString("department", limit: 64)
    keyCase = try fields.optionalCode("keyCase")
    suspended = try fields.optionalBool("suspended")
    outcome = try fields.optionalCode("outcome")
    updatedAt = try fields.instant("updatedAt")
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("caseId", caseId)
    object.set("caseNumber", caseNumber)
    object.set("sequence", sequence)
    object.set("status", code: status)
    object.set("region", region)
    object.set("subjectKey", subjectKey)
    object.set("clueSource", code: clueSource)
    object.set("openedAt", openedAt)
    object.set("filedAt", filedAt)
    object.set("closedAt", closedAt)
    object.set("amountFen", amountFen)
    object.set("performed", performed)
    object.set("overdue", overdue)
    object.set("nextDue", nextDue)
    object.set("petitionId", petitionId)
    object.set("penaltyNumber", penaltyNumber)
    object.set("noObligor", noObligor)
    object.set("department", department)
    object.set("keyCase", code: keyCase)
    object.set("suspended", suspended)
    object.set("outcome", code: outcome)
    object.set("updatedAt", updatedAt)
    return .object(object)
  }

  public var recordKey: String { caseId.lowercased }
  public var filters: [CloudEventAttribute] {
    [
      CloudEventAttribute(.region, region),
      CloudEventAttribute(.kind, clueSource.rawValue),
    ]
  }
}
