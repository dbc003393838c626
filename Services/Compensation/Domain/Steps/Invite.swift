import Contracts
import FoundationEssentials

/// Invites the procuratorate, the court or the public to take part (检察院、法院、公众参与).
struct Invite: CaseStep {
  static let name = StepName.invite

  var invitee: Invitee
  /// The body, where it is one.
  var unit: String?
  /// How many persons, where the public is invited.
  var persons: Int?
  var meetingAt: Date?

  init(invitee: Invitee, unit: String? = nil, persons: Int? = nil, meetingAt: Date? = nil) {
    self.invitee = invitee
    self.unit = unit
    self.persons = persons
    self.meetingAt = meetingAt
  }

  init(fields: JSONFields) throws(ContractViolation) {
    invitee = try fields.code("invitee")
    unit = try fields.optionalString("unit")
    persons = try fields.optionalInteger("persons", in: 1...1000)
    meetingAt = try fields.optionalInstant("meetingAt")
  }

  var json: JSON {
    var object = JSONObject()
    object.set("invitee", code: invitee)
    object.set("unit", unit)
    object.set("persons", persons)
    object.set("meetingAt", meetingAt)
    return .object(object)
  }

  func take(
    on compensation: inout CompensationCase, in circumstances: Circumstances
  ) throws(CompensationError) -> [any EventPayload] {
    switch invitee {
    case .procuratorate, .court:
      guard unit != nil else { throw .invalid(field: "body.unit", reason: "say which body is invited") }
    case .villagers, .lawyer, .expert, .peopleDeputy, .media, .other:
      guard persons != nil else { throw .invalid(field: "body.persons", reason: "say how many are invited") }
    }
    return [
      try compensation.invite(invitee, unit: unit, persons: persons, meetingAt: meetingAt, in: circumstances)
    ]
  }
}
