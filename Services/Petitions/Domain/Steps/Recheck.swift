import Contracts
import FoundationEssentials

/// The higher level checks the result (跟踪复查). A check that fails sends the case back: what was answered no longer
/// stands, and the petitioner's old clocks run on.
struct Recheck: PetitionStep {
  static let name = StepName.recheck

  var passed: Bool
  var isOnSite: Bool
  /// The unit that checks.
  var unit: String

  init(passed: Bool, isOnSite: Bool = true, unit: String) {
    self.passed = passed
    self.isOnSite = isOnSite
    self.unit = unit
  }

  init(fields: JSONFields) throws(ContractViolation) {
    passed = try fields.bool("passed")
    isOnSite = try fields.optionalBool("onSite") ?? true
    unit = try fields.string("unit")
  }

  var json: JSON {
    var object = JSONObject()
    object.set("passed", passed)
    object.set("onSite", isOnSite)
    object.set("unit", unit)
    return .object(object)
  }

  func take(on petition: inout Petition, in circumstances: Circumstances) throws(PetitionError) -> StepEffects {
    guard unit != petition.unit else {
      throw .invalid(field: "body.unit", reason: "the unit that handled the case does not check itself")
    }
    let rechecked = PetitionRechecked(
      petitionId: petition.id, petitionNumber: petition.number, region: petition.region, at: circumstances.now,
      passed: passed, attempt: petition.file.rechecks.count + 1, onSite: isOnSite, unit: unit)
    petition.file.rechecks.append(rechecked)
    if passed {
      petition.status = .rechecked
    } else {
      petition.status = petition.file.custody?.isByTransfer == true ? .transferred : .assigned
      petition.file.handled = nil
      petition.file.custody?.investigatedAt = nil
      if let concluded = petition.file.concluded { petition.withdraw(concluded, at: circumstances.now) }
    }
    return StepEffects(events: [rechecked])
  }
}
