import Contracts

/// A review or re-examination of the answer (复查、复核).
struct Review: JSONConvertible {
  let requested: PetitionReviewRequested
  /// Where the case stood: it goes back there when the answer is upheld.
  let before: PetitionStatus
  /// What was decided; nil while it runs.
  @Boxed var decided: PetitionReviewDecided?

  init(requested: PetitionReviewRequested, before: PetitionStatus) {
    self.requested = requested
    self.before = before
  }

  init(fields: JSONFields) throws(ContractViolation) {
    requested = try fields.object("requested")
    before = try fields.code("before")
    decided = try fields.optionalObject("decided")
  }

  var json: JSON {
    var object = JSONObject()
    object.set("requested", requested)
    object.set("before", code: before)
    object.set("decided", decided)
    return .object(object)
  }
}
