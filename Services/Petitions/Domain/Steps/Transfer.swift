import Civics
import Contracts
import FoundationEssentials

/// Hands a case to another bureau or department (转办). The petitioner's clock is not set back by it.
struct Transfer: PetitionStep {
  static let name = StepName.transfer

  var to: String
  /// The region of the unit that takes over.
  var toRegion: String
  /// Whether the city supervises the handling (督办).
  var isSupervised: Bool

  init(to: String, toRegion: String, isSupervised: Bool = true) {
    self.to = to
    self.toRegion = toRegion
    self.isSupervised = isSupervised
  }

  init(fields: JSONFields) throws(ContractViolation) {
    to = try fields.string("to")
    toRegion = try fields.region("toRegion")
    isSupervised = try fields.optionalBool("supervised") ?? true
  }

  var json: JSON {
    var object = JSONObject()
    object.set("to", to)
    object.set("toRegion", toRegion)
    object.set("supervised", isSupervised)
    return .object(object)
  }

  func take(on petition: inout Petition, in circumstances: Circumstances) throws(PetitionError) -> StepEffects {
    guard (try? RegionCode(toRegion)) != nil else {
      throw .invalid(field: "body.toRegion", reason: "there is no region of this code")
    }
    let transferred = PetitionTransferred(
      petitionId: petition.id, petitionNumber: petition.number, region: petition.region, at: circumstances.now,
      from: petition.unit, to: to, toRegion: toRegion, supervised: isSupervised,
      dueDates: [petition.conclusion].compactMap { $0?.dueDate })
    petition.file.transfers.append(transferred)
    petition.status = .transferred
    return StepEffects(events: [transferred])
  }
}
