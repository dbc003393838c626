import Contracts
import FoundationEssentials

/// Opens a case again that had its answer: it is assigned, handled, answered and filed anew, with a clock of its own.
struct Reopen: PetitionStep {
  static let name = StepName.reopen

  var reason: ReopenReason

  init(reason: ReopenReason) {
    self.reason = reason
  }

  init(fields: JSONFields) throws(ContractViolation) {
    reason = try fields.code("reason")
  }

  var json: JSON { ["reason": .string(reason.rawValue)] }

  func take(on petition: inout Petition, in circumstances: Circumstances) throws(PetitionError) -> StepEffects {
    guard reason != .review else {
      throw .invalid(field: "body.reason", reason: "a review opens a case again by being decided so")
    }
    var effects = StepEffects()
    let reopened = try petition.reopen(because: reason, at: circumstances.now, rules: circumstances.rules)
    effects.add(reopened)
    effects.add(petition.open(notice: .reopened, at: circumstances.now))
    effects.message = PetitionerMessage(
      contact: 0, template: "petition-reopened", parameters: petition.parameters(due: petition.openClocks.first))
    return effects
  }
}
