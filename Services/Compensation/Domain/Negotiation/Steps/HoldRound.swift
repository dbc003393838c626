import Contracts
import FoundationEssentials

/// A round of negotiation (磋商会议). The last one allowed that settles nothing ends the negotiation.
struct HoldRound: CaseStep {
  static let name = StepName.holdRound

  /// When the parties met; absent means now.
  var heldAt: Date?
  var outcome: RoundOutcome
  /// What was claimed, in fen.
  var claimFen: Int64?
  /// What the obligor offered, in fen.
  var offerFen: Int64?
  /// Who took part.
  var participants: [MeetingParticipant]
  /// The minutes (磋商记录).
  var minutes: EvidenceReference?

  init(
    heldAt: Date? = nil, outcome: RoundOutcome, claimFen: Int64? = nil, offerFen: Int64? = nil,
    participants: [MeetingParticipant] = [], minutes: EvidenceReference? = nil
  ) {
    self.heldAt = heldAt
    self.outcome = outcome
    self.claimFen = claimFen
    self.offerFen = offerFen
    self.participants = participants
    self.minutes = minutes
  }

  init(fields: JSONFields) throws(ContractViolation) {
    heldAt = try fields.optionalInstant("heldAt")
    outcome = try fields.code("outcome")
    claimFen = try fields.optionalFen("claimFen")
    offerFen = try fields.optionalFen("offerFen")
    participants = try fields.objects("participants", maximum: 16)
    minutes = try fields.optionalObject("minutes")
  }

  var json: JSON {
    var object = JSONObject()
    object.set("heldAt", heldAt)
    object.set("outcome", code: outcome)
    object.set("claimFen", claimFen)
    object.set("offerFen", offerFen)
    object.set("participants", participants.isEmpty ? nil : participants)
    object.set("minutes", minutes)
    return .object(object)
  }

  func take(
    on compensation: inout CompensationCase, in circumstances: Circumstances
  ) throws(CompensationError) -> [any EventPayload] {
    var negotiation = try compensation.openNegotiation()
    let heldAt = heldAt ?? circumstances.now
    guard heldAt >= negotiation.notifiedAt, heldAt <= circumstances.now else {
      throw .invalid(field: "body.heldAt", reason: "a round is held after the notice, and not in the future")
    }
    if let due = compensation.clock(.negotiation)?.dueDate, heldAt >= due.due {
      throw .settlement(.periodOver(due))
    }
    let limit = try circumstances.rules.settlementCount(CompensationRules.SettlementKey.rounds)
    guard negotiation.rounds.count < limit.count else { throw .settlement(.roundsOver(limit.count)) }
    let round = NegotiationRound(
      number: negotiation.rounds.count + 1, heldAt: heldAt, outcome: outcome, claimFen: claimFen, offerFen: offerFen,
      participants: participants, minutes: minutes)
    negotiation.rounds.append(round)
    // Whoever comes to the meeting has answered.
    compensation.meet(.reply, at: circumstances.now)
    var events: [any EventPayload] = [told(round, of: negotiation, compensation, at: circumstances.now)]
    switch outcome {
    case .agreed:
      negotiation.agreedAt = heldAt
      compensation.meet(.negotiation, at: circumstances.now)
    case .failed:
      events.append(compensation.fail(&negotiation, .noAgreement, rule: nil, at: circumstances.now))
    case .adjourned where round.number >= limit.count:
      events.append(compensation.fail(&negotiation, .roundsExhausted, rule: limit.rule, at: circumstances.now))
    case .adjourned: break
    }
    compensation.keep(negotiation)
    return events
  }

  private func told(
    _ round: NegotiationRound, of negotiation: Negotiation, _ compensation: CompensationCase, at now: Date
  ) -> NegotiationHeld {
    NegotiationHeld(
      caseId: compensation.id, caseNumber: compensation.number, region: compensation.region, at: now,
      subjectKey: compensation.subjectKey, batchId: compensation.file.settlement.batchId,
      negotiation: negotiation.number, round: round.number, heldAt: round.heldAt, outcome: round.outcome,
      claimFen: round.claimFen, offerFen: round.offerFen, participants: round.participants)
  }
}
