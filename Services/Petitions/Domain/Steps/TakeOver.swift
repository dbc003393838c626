import Contracts
import FoundationEssentials

/// The unit a case was handed to takes it over (签收): the petitioner is told whom to turn to.
struct TakeOver: PetitionStep {
  static let name = StepName.takeOver

  init() {}
  init(fields: JSONFields) throws(ContractViolation) {}
  var json: JSON { .object(JSONObject()) }

  func take(on petition: inout Petition, in circumstances: Circumstances) throws(PetitionError) -> StepEffects {
    var effects = StepEffects()
    petition.takeOver(at: circumstances.now, effects: &effects)
    return effects
  }
}
