import Contracts
import FoundationEssentials

/// Records a call to the petitioner after the re-check (回访).
struct CallBack: PetitionStep {
  static let name = StepName.callBack

  var reached: Bool
  /// The petitioner's verdict; nil when not reached or not given.
  var satisfied: Bool?

  init(reached: Bool, satisfied: Bool? = nil) {
    self.reached = reached
    self.satisfied = satisfied
  }

  init(fields: JSONFields) throws(ContractViolation) {
    reached = try fields.bool("reached")
    satisfied = try fields.optionalBool("satisfied")
  }

  var json: JSON {
    var object = JSONObject()
    object.set("reached", reached)
    object.set("satisfied", satisfied)
    return .object(object)
  }

  func take(on petition: inout Petition, in circumstances: Circumstances) throws(PetitionError) -> StepEffects {
    if !reached, satisfied != nil {
      throw .invalid(field: "body.satisfied", reason: "nobody answered, so nobody can have been satisfied or not")
    }
    let event = PetitionCalledBack(
      petitionId: petition.id, petitionNumber: petition.number, region: petition.region, at: circumstances.now,
      reached: reached, satisfied: satisfied, attempt: petition.file.calls.count + 1)
    petition.file.calls.append(event)
    return StepEffects(events: [event])
  }
}
