public import FoundationEssentials

/// A body or the public was invited to take part in the case.
public struct CompensationInvited: EventPayload {
  public static let type: EventType = .compensationInvited

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
  /// The invitation.
  public var invitationId: UUID
  /// Who is invited.
  public var invitee: Invitee
  /// The body, where it is one.
  public var unit: String?
  /// How many persons, where the public is invited.
  public var persons: Int?
  /// The stage it is about.
  public var stage: CompensationStatus
  /// When they are expected.
  public var meetingAt: Date?

  public init(
    caseId: UUID, caseNumber: String, region: String, at: Date, subjectKey: String? = nil, invitationId: UUID,
    invitee: Invitee, unit: String? = nil, persons: Int? = nil, stage: CompensationStatus, meetingAt: Date? = nil
  ) {
    self.caseId = caseId
    self.caseNumber = caseNumber
    self.region = region
    self.at = at
    self.subjectKey = subjectKey
    self.invitationId = invitationId
    self.invitee = invitee
    self.unit = unit
    self.persons = persons
    self.stage = stage
    self.meetingAt = meetingAt
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    caseId = try fields.uuid("caseId")
    caseNumber = try fields.string("caseNumber")
    region = try fields.region("region")
    at = try fields.instant("at")
    subjectKey = try fields.optionalSubjectKey("subjectKey")
    invitationId = try fields.uuid("invitationId")
    invitee = try fields.code("invitee")
    unit = try fields.optionalString("unit")
    persons = try fields.optionalInteger("persons")
    stage = try fields.code("stage")
    meetingAt = try fields.optionalInstant("meetingAt")
  }

  public var json: JSON {
    var object = JSONObject()
    object.set("caseId", caseId)
    object.set("caseNumber", caseNumber)
    object.set("region", region)
    object.set("at", at)
    object.set("subjectKey", subjectKey)
    object.set("invitationId", invitationId)
    object.set("invitee", code: invitee)
    object.set("unit", unit)
    object.set("persons", persons)
    object.set("stage", code: stage)
    object.set("meetingAt", meetingAt)
    return .object(object)
  }

  public var recordKey: String { caseId.lowercased }
  public var filters: [CloudEventAttribute] {
    [CloudEventAttribute(.region, region), CloudEventAttribute(.kind, invitee.rawValue)]
  }
}
