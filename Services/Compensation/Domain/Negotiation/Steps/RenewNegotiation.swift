import Contracts
import FoundationEssentials

/// Takes a negotiation up again that had failed (重新磋商), as often as the rules allow.
struct RenewNegotiation: CaseStep {
  static let name = StepName.renewNegotiation

  /// Why, in words.
  var reason: String
  /// What is claimed now, in fen.
  var claimFen: Int64?

  init(
    reason: String, claimFen: Int64? = nil
  ) {
    self.reason = reason
    self.claimFen = claimFen
  }

  init(fields: JSONFields) throws(ContractViolation) {
    reason = try fields.text("reason", limit: 1024)
    claimFen = try fields.optionalFen("claimFen")
  }

  var json: JSON {
    var object = JSONObject()
    object.set("reason", reason)
    object.set("claimFen", claimFen)
    return .object(object)
  }

  func take(
    on compensation: inout CompensationCase, in circumstances: Circumstances
  ) throws(CompensationError) -> [any EventPayload] {
    let settlement = compensation.file.settlement
    guard let last = settlement.negotiations.last, last.failure != nil else {
      throw .settlement(.first("a negotiation that failed"))
    }
    let limit = try circumstances.rules.settlementCount(CompensationRules.SettlementKey.renewals)
    guard settlement.negotiations.count <= limit.count else { throw .settlement(.renewalsOver(limit.count)) }
    if compensation.status != .negotiation { try compensation.enter(.negotiation, in: circumstances) }
    let number = settlement.negotiations.count + 1
    compensation.file.settlement.negotiations.append(
      Negotiation(
        number: number, notifiedAt: circumstances.now, claimFen: claimFen ?? last.claimFen, willing: true,
        answeredAt: circumstances.now, reason: reason))
    let dueDates = try compensation.startNegotiationClocks([.negotiation], in: circumstances)
    return [
      NegotiationRenewed(
        caseId: compensation.id, caseNumber: compensation.number, region: compensation.region, at: circumstances.now,
        subjectKey: compensation.subjectKey, batchId: settlement.batchId, negotiation: number, dueDates: dueDates)
    ]
  }
}
