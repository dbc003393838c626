public import FoundationEssentials

/// Whoever was invited answered.
public struct CompensationInvitationAnswered: EventPayload {
  public static let type: EventType = .compensationInvitationAnswered

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
  /// Who answered.
  public var invitee: Invitee
  /// What they answered.
  public var answer: InvitationAnswer

  public init(
    caseId: UUID, caseNumber: String, region: String, at: Date, subjectKey: String? = nil, invitationId: UUID,
    invitee: Invitee, answer: InvitationAnswer
  ) {
    self.caseId = caseId
    self.caseNumber = caseNumber
    self.region = region
    self.at = at
    self.subjectKey = subjectKey
    self.invitationId = invitationId
    self.invitee = invitee
    self.answer = answer
  }

  public init(fields: JSONFields) throws(ContractViolation) {
    caseId = try fields.uuid("caseId")
    caseNumber = try fields.string("caseNumber")
    region = try fields.region("region")
    at = try fields.instant("at")
    subjectKey = try fields.optionalSubjectKey("subjectKey")
    invitationId = try fields.uuid("invitationId")
    invitee = try fields.code("invitee")
    answer = try fields.code("answer")
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
    object.set("answer", code: answer)
    return .object(object)
  }

  public var recordKey: String { caseId.lowercased }
  public var filters: [CloudEventAttribute] {
    [CloudEventAttribute(.region, region), CloudEventAttribute(.kind, answer.rawValue)]
  }
}
