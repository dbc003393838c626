import Contracts
import FoundationEssentials

/// What the obligor answers to the notice; a refusal ends the negotiation.
struct AnswerNegotiation: CaseStep {
  static let name = StepName.answerNegotiation

  /// Whether it will negotiate.
  var willing: Bool
  /// Its answer.
  var document: EvidenceReference?

  init(
    willing: Bool, document: EvidenceReference? = nil
  ) {
    self.willing = willing
    self.document = document
  }

  init(fields: JSONFields) throws(ContractViolation) {
    willing = try fields.bool("willing")
    document = try fields.optionalObject("document")
  }

  var json: JSON {
    var object = JSONObject()
    object.set("willing", willing)
    object.set("document", document)
    return .object(object)
  }

  func take(
    on compensation: inout CompensationCase, in circumstances: Circumstances
  ) throws(CompensationError) -> [any EventPayload] {
    var negotiation = try compensation.openNegotiation()
    guard negotiation.willing == nil else { throw .settlement(.doneBefore("the obligor answered")) }
    negotiation.willing = willing
    negotiation.answeredAt = circumstances.now
    compensation.meet(.reply, at: circumstances.now)
    var events: [any EventPayload] = [
      NegotiationAnswered(
        caseId: compensation.id, caseNumber: compensation.number, region: compensation.region, at: circumstances.now,
        subjectKey: compensation.subjectKey, batchId: compensation.file.settlement.batchId,
        negotiation: negotiation.number, willing: willing)
    ]
    if !willing { events.append(compensation.fail(&negotiation, .refused, rule: nil, at: circumstances.now)) }
    compensation.keep(negotiation)
    return events
  }
}
