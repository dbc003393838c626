import Contracts
import FoundationEssentials

/// An invitation to take part in a case, to the procuratorate, the court or the public (检察院、法院、公众参与).
struct Invitation: JSONConvertible {
  let id: UUID
  let invitee: Invitee
  /// The body invited, where it is one.
  let unit: String?
  /// How many persons, where the public is invited.
  let persons: Int?
  let stage: CompensationStatus
  let at: Date
  let meetingAt: Date?
  let actor: String
  var answer: InvitationAnswer?

  init(
    id: UUID, invitee: Invitee, unit: String?, persons: Int?, stage: CompensationStatus, at: Date, meetingAt: Date?,
    actor: String
  ) {
    self.id = id
    self.invitee = invitee
    self.unit = unit
    self.persons = persons
    self.stage = stage
    self.at = at
    self.meetingAt = meetingAt
    self.actor = actor
  }

  init(fields: JSONFields) throws(ContractViolation) {
    id = try fields.uuid("id")
    invitee = try fields.code("invitee")
    unit = try fields.optionalString("unit")
    persons = try fields.optionalInteger("persons")
    stage = try fields.code("stage")
    at = try fields.instant("at")
    meetingAt = try fields.optionalInstant("meetingAt")
    actor = try fields.string("actor")
    answer = try fields.optionalCode("answer")
  }

  var json: JSON {
    var object = JSONObject()
    object.set("id", id)
    object.set("invitee", code: invitee)
    object.set("unit", unit)
    object.set("persons", persons)
    object.set("stage", code: stage)
    object.set("at", at)
    object.set("meetingAt", meetingAt)
    object.set("actor", actor)
    object.set("answer", code: answer)
    return .object(object)
  }
}
