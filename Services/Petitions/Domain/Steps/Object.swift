import Contracts
import FoundationEssentials

/// The receiver of a transfer objects (退办异议), within five working days and with its reasons (信访工作条例 第二十三条).
/// The petitioner's clocks run on meanwhile.
struct Object: PetitionStep {
  static let name = StepName.object

  var reason: ObjectionReason
  /// Whose matter it is, as the receiver sees it.
  var suggestedUnit: String?

  init(reason: ObjectionReason, suggestedUnit: String? = nil) {
    self.reason = reason
    self.suggestedUnit = suggestedUnit
  }

  init(fields: JSONFields) throws(ContractViolation) {
    reason = try fields.code("reason")
    suggestedUnit = try fields.optionalString("suggestedUnit")
  }

  var json: JSON {
    var object = JSONObject()
    object.set("reason", code: reason)
    object.set("suggestedUnit", suggestedUnit)
    return .object(object)
  }

  func take(on petition: inout Petition, in circumstances: Circumstances) throws(PetitionError) -> StepEffects {
    let now = circumstances.now
    guard let right = petition.clock(.objection), now < right.basis.due else {
      throw .lapsed(.object, petition.clock(.objection)?.basis.due ?? now)
    }
    petition.end([.objection], at: now)
    let objected = PetitionObjected(
      petitionId: petition.id, petitionNumber: petition.number, region: petition.region, at: now, unit: petition.unit,
      reason: reason, suggestedUnit: suggestedUnit,
      dueDates: petition.dueDates(of: DeadlineKind.ofAnswer.union([.takeOver])))
    petition.file.custody?.objection = objected
    petition.status = .objected
    return StepEffects(events: [objected])
  }
}
