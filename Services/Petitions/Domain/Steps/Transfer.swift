import Civics
import Contracts
import FoundationEssentials

/// Hands a case to another bureau or department (转办). The petitioner's clock is not set back by it; the receiver has a
/// clock of its own for taking over and telling, and may object within five working days (信访工作条例 第二十三条).
struct Transfer: PetitionStep {
  static let name = StepName.transfer

  var to: String
  /// The region of the unit that takes over.
  var toRegion: String
  /// Whether the city supervises the handling (督办).
  var isSupervised: Bool
  /// In the secret mode (保密转办) the receiver gets the transfer sheet alone.
  var isSecret: Bool

  init(to: String, toRegion: String, isSupervised: Bool = true, isSecret: Bool = false) {
    self.to = to
    self.toRegion = toRegion
    self.isSupervised = isSupervised
    self.isSecret = isSecret
  }

  init(fields: JSONFields) throws(ContractViolation) {
    to = try fields.string("to")
    toRegion = try fields.region("toRegion")
    isSupervised = try fields.optionalBool("supervised") ?? true
    isSecret = try fields.optionalBool("secret") ?? false
  }

  var json: JSON {
    var object = JSONObject()
    object.set("to", to)
    object.set("toRegion", toRegion)
    object.set("supervised", isSupervised)
    object.set("secret", isSecret ? true : nil)
    return .object(object)
  }

  func take(on petition: inout Petition, in circumstances: Circumstances) throws(PetitionError) -> StepEffects {
    guard (try? RegionCode(toRegion)) != nil else {
      throw .invalid(field: "body.toRegion", reason: "there is no region of this code")
    }
    guard to != petition.file.custody?.holder else {
      throw .invalid(field: "body.to", reason: "the case is with this unit already")
    }
    // What special secrecy was asked for goes on in secret; the receiver must have something to go by.
    let isSecret = isSecret || petition.isSecret
    guard !isSecret || petition.file.summary != nil else {
      throw .invalid(field: "body.secret", reason: "a transfer in the secret mode needs an approved summary first")
    }
    let now = circumstances.now
    var effects = StepEffects()
    petition.takeOver(at: now, effects: &effects)
    let from = petition.unit
    try petition.start(.takeOver, at: now, rules: circumstances.rules)
    try petition.start(.objection, at: now, rules: circumstances.rules)
    let transferred = PetitionTransferred(
      petitionId: petition.id, petitionNumber: petition.number, region: petition.region, at: now, from: from, to: to,
      toRegion: toRegion, supervised: isSupervised,
      dueDates: petition.dueDates(of: DeadlineKind.ofAnswer.union([.takeOver, .objection])),
      secret: isSecret ? true : nil, summary: isSecret ? nil : petition.publicSummary)
    petition.file.keepers = isSecret ? circumstances.territory : []
    petition.hand(to: to, byTransfer: true, at: now)
    petition.file.custody?.transfer = transferred
    petition.file.custody?.isObjectionDecided = false
    petition.file.transfers.append(transferred)
    if isSupervised, petition.file.supervision == nil {
      petition.file.supervision = Supervision(
        level: .ordinary, reason: .transferred, since: now, isAnswerAwaited: false)
    }
    petition.status = .transferred
    effects.add(transferred)
    return effects
  }
}
