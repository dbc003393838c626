import Contracts
import FoundationEssentials

/// Gives the answer (办结): the petitioner is told, and the clock for it stops.
struct Conclude: PetitionStep {
  static let name = StepName.conclude

  var verdict: PetitionVerdict
  /// The number of the written answer (信访处理意见书).
  var documentNumber: String?

  init(verdict: PetitionVerdict, documentNumber: String? = nil) {
    self.verdict = verdict
    self.documentNumber = documentNumber
  }

  init(fields: JSONFields) throws(ContractViolation) {
    verdict = try fields.code("verdict")
    documentNumber = try fields.optionalString("documentNumber")
  }

  var json: JSON {
    var object = JSONObject()
    object.set("verdict", code: verdict)
    object.set("documentNumber", documentNumber)
    return .object(object)
  }

  func take(on petition: inout Petition, in circumstances: Circumstances) throws(PetitionError) -> StepEffects {
    let now = circumstances.now
    let isOnTime = petition.conclusion.map { now < $0.basis.due } ?? true
    petition.conclusion?.metAt = now
    petition.status = .concluded
    let concluded = PetitionConcluded(
      petitionId: petition.id, petitionNumber: petition.number, region: petition.region, at: now, verdict: verdict,
      outcome: petition.file.handled?.outcome ?? .explained, documentNumber: documentNumber, onTime: isOnTime)
    petition.file.concluded = concluded
    var effects = StepEffects(events: [concluded])
    if let spared = petition.open(contact: 3, at: now) { effects.events.append(spared) }
    effects.message = PetitionerMessage(
      contact: 3, template: "petition-concluded",
      parameters: ["petitionNumber": petition.number, "verdict": verdict.rawValue])
    return effects
  }
}
