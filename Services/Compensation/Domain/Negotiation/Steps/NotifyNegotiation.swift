import Contracts
import FoundationEssentials

/// Asks the obligor in writing to negotiate (索赔磋商告知书): its periods run from here.
struct NotifyNegotiation: CaseStep {
  static let name = StepName.notifyNegotiation

  /// What is claimed, in fen; absent where it is only open to talk.
  var claimFen: Int64?
  /// The notice.
  var document: EvidenceReference?
  /// Who is invited to take part.
  var participants: [MeetingParticipant]

  init(
    claimFen: Int64? = nil, document: EvidenceReference? = nil, participants: [MeetingParticipant] = []
  ) {
    self.claimFen = claimFen
    self.document = document
    self.participants = participants
  }

  init(fields: JSONFields) throws(ContractViolation) {
    claimFen = try fields.optionalFen("claimFen")
    document = try fields.optionalObject("document")
    participants = try fields.objects("participants", maximum: 16)
  }

  var json: JSON {
    var object = JSONObject()
    object.set("claimFen", claimFen)
    object.set("document", document)
    object.set("participants", participants.isEmpty ? nil : participants)
    return .object(object)
  }

  func take(
    on compensation: inout CompensationCase, in circumstances: Circumstances
  ) throws(CompensationError) -> [any EventPayload] {
    guard compensation.subjectKey != nil else { throw .settlement(.noObligor) }
    try compensation.enter(.negotiation, in: circumstances)
    let number = compensation.file.settlement.negotiations.count + 1
    compensation.file.settlement.negotiations.append(
      Negotiation(number: number, notifiedAt: circumstances.now, claimFen: claimFen, notice: document))
    let dueDates = try compensation.startNegotiationClocks([.reply, .negotiation], in: circumstances)
    return [
      NegotiationNotified(
        caseId: compensation.id, caseNumber: compensation.number, region: compensation.region, at: circumstances.now,
        subjectKey: compensation.subjectKey, batchId: compensation.file.settlement.batchId, negotiation: number,
        claimFen: claimFen, participants: participants, dueDates: dueDates)
    ]
  }
}
