import Contracts
import FoundationEssentials

/// Records that investigation began (查件).
struct Investigate: PetitionStep {
  static let name = StepName.investigate

  var isOnSite: Bool
  /// When it began; nil is now.
  var startedAt: Date?

  init(isOnSite: Bool = true, startedAt: Date? = nil) {
    self.isOnSite = isOnSite
    self.startedAt = startedAt
  }

  init(fields: JSONFields) throws(ContractViolation) {
    isOnSite = try fields.optionalBool("onSite") ?? true
    startedAt = try fields.optionalInstant("startedAt")
  }

  var json: JSON {
    var object = JSONObject()
    object.set("onSite", isOnSite)
    object.set("startedAt", startedAt)
    return .object(object)
  }

  func take(on petition: inout Petition, in circumstances: Circumstances) throws(PetitionError) -> StepEffects {
    let now = circumstances.now
    let began = startedAt ?? now
    guard began <= now, began >= petition.receivedAt else {
      throw .invalid(field: "body.startedAt", reason: "investigation began between receipt and now")
    }
    var effects = StepEffects()
    petition.takeOver(at: now, effects: &effects)
    petition.file.custody?.investigatedAt = began
    effects.add(
      PetitionInvestigated(
        petitionId: petition.id, petitionNumber: petition.number, region: petition.region, at: now,
        unit: petition.unit, onSite: isOnSite, startedAt: began))
    return effects
  }
}
