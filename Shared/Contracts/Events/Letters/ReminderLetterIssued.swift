public import FoundationEssentials

/// A work reminder letter (工作提示函) was issued to a county bureau.
public struct ReminderLetterIssued: EventPayload {
  public static let type: EventType = .reminderLetterIssued

  /// The letter.
  public var letterId: UUID
  /// The document's number (文号).
  public var letterNumber: String
  /// The addressee's region (GB/T 2260).
  public var region: String
  /// When it happened, in business time.
  public var at: Date
  /// The unit that writes.
  public var from: String
  /// The bureau it is written to.
  public var to: String
  /// Why it was written.
  public var cause: ReminderCause
  /// The monthly check it follows from.
  public var checkId: UUID?
  /// What was found; at least one.
  public var findings: [ReminderFinding]
  /// What is demanded.
  public var demands: [ReminderDemand]
  /// By when to acknowledge and by when to answer.
  public var dueDates: [DueDate]

  public init(
    letterId: UUID, letterNumber: String, region: String, at: Date, from: String, to: String, cause: ReminderCause,
    checkId: UUID? = nil, findings: [ReminderFinding], demands: [ReminderDemand], dueDates: [DueDate]
  ) {
    self.letterId = letterId
    self.letterNumber = letterNumber
    self.region = region
    self.at = at
    self.from = from
    self.to = to
    self.cause = cause
    self.checkId = checkId
    self.findings = findings
    self.demands = demands
    self.dueDates = dueDates
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    letterId = try fields.uuid("letterId")
    letterNumber = try fields.string("letterNumber")
    region = try fields.region("region")
    at = try fields.instant("at")
    from = try fields.string("from")
    to = try fields.string("to")
    cause = try fields.code("cause")
    checkId = try fields.optionalUUID("checkId")
    findings = try fields.objects("findings", required: true, maximum: 64)
    demands = try fields.codes("demands", required: true)
    dueDates = try fields.objects("dueDates", required: true, maximum: 64)
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("letterId", letterId)
    object.set("letterNumber", letterNumber)
    object.set("region", region)
    object.set("at", at)
    object.set("from", from)
    object.set("to", to)
    object.set("cause", code: cause)
    object.set("checkId", checkId)
    object.set("findings", findings)
    object.set("demands", codes: demands)
    object.set("dueDates", dueDates)
    return .object(object)
  }

  public var recordKey: String { letterId.lowercased }
  public var filters: [CloudEventAttribute] { [CloudEventAttribute(.region, region)] }
}
