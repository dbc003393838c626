import Civics
import Contracts
import FoundationEssentials

/// Stops the clocks that may stand, for a recorded reason. A clock of its own says by when they must run again.
struct PauseClocks: PetitionStep {
  static let name = StepName.pause

  var reason: PauseReason
  /// The reason in words for the petitioner; never the complainant's own.
  var explanation: String?

  init(reason: PauseReason, explanation: String? = nil) {
    self.reason = reason
    self.explanation = explanation
  }

  init(fields: JSONFields) throws(ContractViolation) {
    reason = try fields.code("reason")
    explanation = try fields.optionalText("explanation", limit: 256)
  }

  var json: JSON {
    var object = JSONObject()
    object.set("reason", code: reason)
    object.set("explanation", explanation)
    return .object(object)
  }

  func take(on petition: inout Petition, in circumstances: Circumstances) throws(PetitionError) -> StepEffects {
    let now = circumstances.now
    let pausable = circumstances.rules.pausable
    let meant = petition.allClocks.filter { $0.isOpen && pausable.contains($0.kind) }
    guard meant.allSatisfy({ now < $0.basis.due }) else {
      throw .lapsed(.pause, meant.map(\.basis.due).min() ?? now)
    }
    guard !meant.isEmpty else {
      throw .invalid(field: "body.reason", reason: "no clock of this case may stand")
    }
    let day = ShanghaiTime.day(of: now)
    petition.eachClock { clock in
      guard clock.isOpen, pausable.contains(clock.kind) else { return }
      var changes = clock.changes ?? DeadlineChanges()
      changes.stop(on: day, because: reason.rawValue)
      clock.changes = changes
    }
    let basis = try PetitionError.ofRules { () throws(RuleLookupError) in
      try circumstances.rules.basis(of: .pause, from: now)
    }
    petition.start(basis, at: now)
    let paused = PetitionPaused(
      petitionId: petition.id, petitionNumber: petition.number, region: petition.region, at: now, reason: reason,
      paused: meant.map(\.dueDate), resumeBy: basis.dueDate(from: now))
    petition.file.pause = paused
    var effects = StepEffects(events: [paused])
    effects.add(petition.open(notice: .paused, at: now))
    var parameters = ["pauseReason": reason.rawValue]
    parameters["explanation"] = explanation
    effects.message = PetitionerMessage(
      contact: 0, template: "petition-paused", parameters: petition.parameters(parameters))
    return effects
  }
}
