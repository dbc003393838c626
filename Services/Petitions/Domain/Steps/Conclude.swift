import Contracts
import FoundationEssentials

/// Gives the answer (办结): the petitioner is told, and the clocks for it stop.
struct Conclude: PetitionStep {
  static let name = StepName.conclude

  var verdict: PetitionVerdict
  /// The number of the written answer (信访处理意见书).
  var documentNumber: String?
  /// What the written answer holds, as codes of `petition.reply.contents` (信访工作条例 第三十二条).
  var contents: [String]
  /// The legal basis it gives.
  var legalBasis: String?

  init(
    verdict: PetitionVerdict, documentNumber: String? = nil, contents: [String] = [], legalBasis: String? = nil
  ) {
    self.verdict = verdict
    self.documentNumber = documentNumber
    self.contents = contents
    self.legalBasis = legalBasis
  }

  init(fields: JSONFields) throws(ContractViolation) {
    verdict = try fields.code("verdict")
    documentNumber = try fields.optionalString("documentNumber")
    contents = try fields.strings("contents", maximum: 16)
    legalBasis = try fields.optionalString("legalBasis")
  }

  var json: JSON {
    var object = JSONObject()
    object.set("verdict", code: verdict)
    object.set("documentNumber", documentNumber)
    object.set("contents", contents.isEmpty ? nil : contents)
    object.set("legalBasis", legalBasis)
    return .object(object)
  }

  func take(on petition: inout Petition, in circumstances: Circumstances) throws(PetitionError) -> StepEffects {
    try checkDocument(of: petition, needed: circumstances.rules.replyContents)
    let now = circumstances.now
    let isOnTime = petition.conclusion.map { now < $0.basis.due } ?? true
    petition.end(DeadlineKind.ofAnswer, at: now)
    try petition.start(.archiving, at: now, rules: circumstances.rules)
    if !petition.file.isFinal { try petition.start(.reviewRequest, at: now, rules: circumstances.rules) }
    petition.status = .concluded
    let concluded = PetitionConcluded(
      petitionId: petition.id, petitionNumber: petition.number, region: petition.region, at: now, verdict: verdict,
      outcome: petition.file.handled?.outcome ?? .explained, documentNumber: documentNumber, onTime: isOnTime,
      dueDates: petition.dueDates(of: [.archiving, .reviewRequest]))
    petition.file.concluded = concluded
    var effects = StepEffects(events: [concluded])
    effects.add(petition.open(contact: 3, at: now))
    effects.message = PetitionerMessage(
      contact: 3, template: "petition-concluded", parameters: petition.parameters(["verdict": verdict.rawValue]))
    return effects
  }

  /// An appeal (申诉求决) is answered in writing, with all that the law asks for.
  private func checkDocument(of petition: Petition, needed: [String]) throws(PetitionError) {
    guard petition.file.accepted?.procedure == .appeal else { return }
    guard documentNumber != nil else {
      throw .invalid(field: "body.documentNumber", reason: "an appeal is answered in writing (第三十二条)")
    }
    let absent = needed.filter { !contents.contains($0) }
    guard absent.isEmpty else {
      throw .invalid(
        field: "body.contents", reason: "the written answer lacks \(absent.joined(separator: ", ")) (第三十二条)")
    }
    guard legalBasis != nil else {
      throw .invalid(field: "body.legalBasis", reason: "the written answer names its legal basis (第三十二条)")
    }
  }
}
