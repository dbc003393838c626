import Contracts
import FoundationEssentials

/// Puts a case under supervision (督办), or lists it (挂牌督办), for delay, perfunctory work, falsification or refusal
/// (信访工作条例 第三十九条、第四十条).
struct Supervise: PetitionStep {
  static let name = StepName.supervise

  var level: SupervisionLevel
  var reason: SupervisionReason

  init(level: SupervisionLevel, reason: SupervisionReason) {
    self.level = level
    self.reason = reason
  }

  init(fields: JSONFields) throws(ContractViolation) {
    level = try fields.code("level")
    reason = try fields.code("reason")
  }

  var json: JSON {
    var object = JSONObject()
    object.set("level", code: level)
    object.set("reason", code: reason)
    return .object(object)
  }

  func take(on petition: inout Petition, in circumstances: Circumstances) throws(PetitionError) -> StepEffects {
    guard reason != .transferred else {
      throw .invalid(field: "body.reason", reason: "supervision with a transfer is set by the transfer")
    }
    guard let event = petition.supervise(level, because: reason, at: circumstances.now, rules: circumstances.rules)
    else { throw .invalid(field: "body.level", reason: "the case is supervised as strictly already") }
    return StepEffects(events: [event])
  }
}
