import Contracts
import FoundationEssentials

extension CompensationCase {
  /// The negotiation under way.
  func openNegotiation() throws(CompensationError) -> Negotiation {
    guard let last = file.settlement.negotiations.last else { throw .settlement(.first("notify-negotiation")) }
    guard last.isOpen else {
      throw .settlement(.doneBefore(last.failure == nil ? "the parties agreed" : "the negotiation failed"))
    }
    return last
  }

  /// The negotiation under way, or the one in which the parties agreed and have not signed.
  func openOrAgreedNegotiation() throws(CompensationError) -> Negotiation {
    guard let last = file.settlement.negotiations.last, last.failure == nil, file.settlement.agreement == nil else {
      return try openNegotiation()
    }
    return last
  }

  /// Writes the latest negotiation back.
  mutating func keep(_ negotiation: Negotiation) {
    file.settlement.negotiations[file.settlement.negotiations.count - 1] = negotiation
  }

  /// Starts the clocks of a negotiation anew.
  mutating func startNegotiationClocks(
    _ kinds: [DeadlineKind], in circumstances: Circumstances
  ) throws(CompensationError) -> [Contracts.DueDate] {
    var dueDates: [Contracts.DueDate] = []
    for kind in kinds { dueDates.append(try start(kind, from: circumstances.now, rules: circumstances.rules)) }
    return dueDates
  }

  /// The latest clock of a kind.
  func clock(_ kind: DeadlineKind) -> Deadline? { file.deadlines.last { $0.kind == kind } }

  /// Ends a negotiation that came to nothing, with its clocks.
  mutating func fail(
    _ negotiation: inout Negotiation, _ reason: NegotiationFailure, rule: Contracts.RuleReference?, at now: Date
  ) -> NegotiationFailed {
    negotiation.failure = reason
    negotiation.failedAt = now
    negotiation.agreedAt = nil
    meet(.reply, at: now)
    meet(.negotiation, at: now)
    return NegotiationFailed(
      caseId: id, caseNumber: number, region: region, at: now, subjectKey: subjectKey,
      batchId: file.settlement.batchId, negotiation: negotiation.number, reason: reason,
      rounds: negotiation.rounds.count, rule: rule)
  }

  /// Takes a case whose agreement the court refused back to the parties: they talk anew, and what was signed is void.
  mutating func returnToNegotiation(in circumstances: Circumstances) throws(CompensationError) {
    try enter(.negotiation, in: circumstances)
    file.deadlines.removeAll { $0.kind.isAgreed && $0.isOpen }
    file.settlement.agreement = nil
    file.settlement.project = nil
    amountFen = nil
    let number = file.settlement.negotiations.count + 1
    file.settlement.negotiations.append(
      Negotiation(
        number: number, notifiedAt: circumstances.now, claimFen: file.settlement.negotiations.last?.claimFen,
        willing: true, answeredAt: circumstances.now, reason: "人民法院驳回司法确认申请"))
    _ = try startNegotiationClocks([.negotiation], in: circumstances)
  }
}
