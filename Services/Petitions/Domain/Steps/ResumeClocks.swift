import Civics
import Contracts
import FoundationEssentials

/// Sets clocks that stood going again: the days they stood are not counted.
struct ResumeClocks: PetitionStep {
  static let name = StepName.resume

  init() {}
  init(fields: JSONFields) throws(ContractViolation) {}
  var json: JSON { .object(JSONObject()) }

  func take(on petition: inout Petition, in circumstances: Circumstances) throws(PetitionError) -> StepEffects {
    let now = circumstances.now
    let reason = petition.file.pause?.reason ?? .appraisal
    let day = ShanghaiTime.day(of: now)
    var stood: Set<DeadlineKind> = []
    petition.eachClock { clock in
      guard clock.isStanding else { return }
      stood.insert(clock.kind)
      clock.changes?.go(on: day)
    }
    _ = try petition.recount(at: now, rules: circumstances.rules) { stood.contains($0.kind) }
    petition.end([.pause], at: now)
    petition.file.pause = nil
    let resumed = PetitionResumed(
      petitionId: petition.id, petitionNumber: petition.number, region: petition.region, at: now, reason: reason,
      dueDates: petition.dueDates(of: stood))
    var effects = StepEffects(events: [resumed])
    effects.add(petition.open(notice: .resumed, at: now))
    effects.message = PetitionerMessage(
      contact: 0, template: "petition-resumed",
      parameters: petition.parameters(due: petition.openClocks.first { stood.contains($0.kind) }))
    return effects
  }
}
