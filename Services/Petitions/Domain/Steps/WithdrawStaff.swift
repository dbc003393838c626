import Contracts

/// Takes somebody with an interest in the matter or in the petitioner off the case (回避, 信访工作条例 第二十八条): no step of
/// theirs is taken any more. Nobody outside is told: it is about a member of staff.
struct WithdrawStaff: PetitionStep {
  static let name = StepName.withdraw

  /// Who withdraws, as their token names them.
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
    guard !petition.file.withdrawn.contains(person) else {
      throw .invalid(field: "body.person", reason: "withdrew from this case before")
    }
    petition.file.withdrawn.append(person)
    return StepEffects()
  }
}
