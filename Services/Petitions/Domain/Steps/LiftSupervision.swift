import Contracts

/// Ends the supervision of a case (销号): the unit has answered it.
struct LiftSupervision: PetitionStep {
  static let name = StepName.liftSupervision

  /// What the unit answered, as a number of a document or a sentence for the file.
  var answer: String

  init(answer: String) {
    self.answer = answer
  }

  init(fields: JSONFields) throws(ContractViolation) {
    answer = try fields.text("answer", limit: 1024)
  }

  var json: JSON { ["answer": .string(answer)] }

  func take(on petition: inout Petition, in circumstances: Circumstances) throws(PetitionError) -> StepEffects {
    var effects = StepEffects()
    effects.add(petition.liftSupervision(at: circumstances.now))
    return effects
  }
}
