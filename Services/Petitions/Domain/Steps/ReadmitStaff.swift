import Contracts

/// Lets somebody take steps of a case again who was taken off it, because the ground for it was not there or is gone; why
/// stays in the history beside the withdrawal. Whoever withdrew cannot do it: none of their steps is taken.
struct ReadmitStaff: PetitionStep {
  static let name = StepName.readmit

  /// Who comes back, as their token names them.
  var person: String
  /// Why, for the file.
  var reason: String

  init(person: String, reason: String) {
    self.person = person
    self.reason = reason
  }

  init(fields: JSONFields) throws(ContractViolation) {
    person = try fields.string("person")
    reason = try fields.text("reason", limit: 512)
  }

  var json: JSON {
    var object = JSONObject()
    object.set("person", person)
    object.set("reason", reason)
    return .object(object)
  }

  func take(on petition: inout Petition, in circumstances: Circumstances) throws(PetitionError) -> StepEffects {
    guard let index = petition.file.withdrawn.firstIndex(of: person) else {
      throw .invalid(field: "body.person", reason: "did not withdraw from this case")
    }
    petition.file.withdrawn.remove(at: index)
    return StepEffects()
  }
}
