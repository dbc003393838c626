public import FoundationEssentials

/// The latest public state of a petition, one record for each on the compacted topic.
public struct PetitionState: EventPayload {
  public static let type: EventType = .petitionStateRecorded

  /// The petition.
  public var petitionId: UUID
  /// The petition's number for people.
  public var petitionNumber: String
  /// The sequence of the last event it takes in; a record of a lower one is out of date.
  public var sequence: Int
  /// Where it stands.
  public var status: PetitionStatus
  /// The region of the pollution (GB/T 2260).
  public var region: String
  /// The main kind of harm.
  public var category: Category
  /// The class of the channel.
  public var channelClass: IntakeClass
  /// When it was registered, in business time.
  public var receivedAt: Date
  /// When it was accepted.
  public var acceptedAt: Date?
  /// When it was concluded.
  public var concludedAt: Date?
  /// When it was archived.
  public var archivedAt: Date?
  /// The lead unit.
  public var lead: String?
  /// Whom verified findings concern.
  public var subjectKey: String?
  /// Whether a finding was verified; absent while open.
  public var verified: Bool?
  /// True when a period ran out and is not yet made good.
  public var overdue: Bool
  /// How many of the three contacts are done.
  public var contacts: Int
  /// The petitioner's last verdict.
  public var satisfied: Bool?
  /// How strictly a higher level watches the case; absent when none does.
  public var supervision: SupervisionLevel?
  /// True while clocks of the case stand still; absent means false.
  public var paused: Bool?
  /// When a unit got it (交件).
  public var handedOverAt: Date?
  /// When investigation began (查件).
  public var investigatedAt: Date?
  /// When the unit reported it done (办件).
  public var handledAt: Date?
  /// The earliest period that runs.
  public var nextDue: DueDate?
  /// The compensation case that came of it.
  public var compensationCaseId: UUID?
  /// The approved summary of the matter; never the complainant's words. Absent while none is approved, and always where
  /// special secrecy was asked for.
  public var summary: String?
  /// The petition it is handled together with.
  public var mergedInto: UUID?
  /// How many petitions on the same matter there are, this one included; absent means this one alone.
  public var repeats: Int?
  /// True for a backlog case (积案).
  public var backlog: Bool?
  /// The business instant of the last change.
  public var updatedAt: Date

  public init(
    petitionId: UUID, petitionNumber: String, sequence: Int, status: PetitionStatus, region: String,
    category: Category, channelClass: IntakeClass, receivedAt: Date, acceptedAt: Date? = nil,
    concludedAt: Date? = nil, archivedAt: Date? = nil, lead: String? = nil, subjectKey: String? = nil,
    verified: Bool? = nil, overdue: Bool, contacts: Int, satisfied: Bool? = nil,
    supervision: SupervisionLevel? = nil, paused: Bool? = nil, handedOverAt: Date? = nil, investigatedAt: Date? = nil,
    handledAt: Date? = nil, nextDue: DueDate? = nil,
    compensationCaseId: UUID? = nil, summary: String? = nil, mergedInto: UUID? = nil,
    repeats: Int? = nil, backlog: Bool? = nil, updatedAt: Date
  ) {
    self.petitionId = petitionId
    self.petitionNumber = petitionNumber
    self.sequence = sequence
    self.status = status
    self.region = region
    self.category = category
    self.channelClass = channelClass
    self.receivedAt = receivedAt
    self.acceptedAt = acceptedAt
    self.concludedAt = concludedAt
    self.archivedAt = archivedAt
    self.lead = lead
    self.subjectKey = subjectKey
    self.verified = verified
    self.overdue = overdue
    self.contacts = contacts
    self.satisfied = satisfied
    self.supervision = supervision
    self.paused = paused
    self.handedOverAt = handedOverAt
    self.investigatedAt = investigatedAt
    self.handledAt = handledAt
    self.nextDue = nextDue
    self.compensationCaseId = compensationCaseId
    self.summary = summary
    self.mergedInto = mergedInto
    self.repeats = repeats
    self.backlog = backlog
    self.updatedAt = updatedAt
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    petitionId = try fields.uuid("petitionId")
    petitionNumber = try fields.string("petitionNumber")
    sequence = try fields.integer("sequence")
    status = try fields.code("status")
    region = try fields.region("region")
    category = try fields.code("category")
    channelClass = try fields.code("channelClass")
    receivedAt = try fields.instant("receivedAt")
    acceptedAt = try fields.optionalInstant("acceptedAt")
    concludedAt = try fields.optionalInstant("concludedAt")
    archivedAt = try fields.optionalInstant("archivedAt")
    lead = try fields.optionalString("lead")
    subjectKey = try fields.optionalSubjectKey("subjectKey")
    verified = try fields.optionalBool("verified")
    overdue = try fields.bool("overdue")
    contacts = try fields.integer("contacts", in: 0...3)
    satisfied = try fields.optionalBool("satisfied")
    supervision = try fields.optionalCode("supervision")
    paused = try fields.optionalBool("paused")
    handedOverAt = try fields.optionalInstant("handedOverAt")
    investigatedAt = try fields.optionalInstant("investigatedAt")
    handledAt = try fields.optionalInstant("handledAt")
    nextDue = try fields.optionalObject("nextDue")
    compensationCaseId = try fields.optionalUUID("compensationCaseId")
    summary = try fields.optionalText("summary", limit: 4096)
    mergedInto = try fields.optionalUUID("mergedInto")
    repeats = try fields.optionalInteger("repeats")
    backlog = try fields.optionalBool("backlog")
    updatedAt = try fields.instant("updatedAt")
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("petitionId", petitionId)
    object.set("petitionNumber", petitionNumber)
    object.set("sequence", sequence)
    object.set("status", code: status)
    object.set("region", region)
    object.set("category", code: category)
    object.set("channelClass", code: channelClass)
    object.set("receivedAt", receivedAt)
    object.set("acceptedAt", acceptedAt)
    object.set("concludedAt", concludedAt)
    object.set("archivedAt", archivedAt)
    object.set("lead", lead)
    object.set("subjectKey", subjectKey)
    object.set("verified", verified)
    object.set("overdue", overdue)
    object.set("contacts", contacts)
    object.set("satisfied", satisfied)
    object.set("supervision", code: supervision)
    object.set("paused", paused)
    object.set("handedOverAt", handedOverAt)
    object.set("investigatedAt", investigatedAt)
    object.set("handledAt", handledAt)
    object.set("nextDue", nextDue)
    object.set("compensationCaseId", compensationCaseId)
    object.set("summary", summary)
    object.set("mergedInto", mergedInto)
    object.set("repeats", repeats)
    object.set("backlog", backlog)
    object.set("updatedAt", updatedAt)
    return .object(object)
  }

  public var recordKey: String { petitionId.lowercased }
  public var filters: [CloudEventAttribute] {
    [
      CloudEventAttribute(.region, region),
      CloudEventAttribute(.kind, category.rawValue),
    ]
  }
}
