import Contracts
import FoundationEssentials

/// Decides an objection to a transfer: the case goes back to the sender, or stays with the receiver. Units that cannot
/// agree ask the common superior, then the joint meeting (信访工作条例 第二十三条、第二十四条).
struct DecideObjection: PetitionStep {
  static let name = StepName.decideObjection

  var upheld: Bool
  var decidedBy: ObjectionDecider

  init(upheld: Bool, decidedBy: ObjectionDecider = .sender) {
    self.upheld = upheld
    self.decidedBy = decidedBy
  }

  init(fields: JSONFields) throws(ContractViolation) {
    upheld = try fields.bool("upheld")
    decidedBy = try fields.optionalCode("decidedBy") ?? .sender
  }

  var json: JSON {
    var object = JSONObject()
    object.set("upheld", upheld)
    object.set("decidedBy", code: decidedBy)
    return .object(object)
  }

  func take(on petition: inout Petition, in circumstances: Circumstances) throws(PetitionError) -> StepEffects {
    let now = circumstances.now
    let transfer = petition.file.custody?.transfer
    petition.file.custody?.objection = nil
    if upheld {
      petition.end([.takeOver], at: now)
      petition.hand(to: transfer?.from ?? petition.suggestedUnit, byTransfer: false, at: now)
      petition.file.custody?.transfer = nil
      petition.status = petition.file.reopening == nil ? .accepted : .reopened
    } else {
      petition.file.custody?.isObjectionDecided = true
      petition.status = .transferred
    }
    var effects = StepEffects(events: [
      PetitionObjectionDecided(
        petitionId: petition.id, petitionNumber: petition.number, region: petition.region, at: now, upheld: upheld,
        decidedBy: decidedBy, unit: petition.unit,
        dueDates: petition.dueDates(of: DeadlineKind.ofAnswer.union([.takeOver])))
    ])
    if upheld, petition.file.supervision?.reason == .transferred {
      effects.add(petition.liftSupervision(at: now))
    }
    return effects
  }
}
