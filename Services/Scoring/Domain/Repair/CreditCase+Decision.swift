import Contracts
import FoundationEssentials

extension CreditCase {
  /// The longest instance of a lawsuit: what it decides cannot be appealed (两审终审).
  static let lastInstance = 2

  /// It is decided. A judgment of the first instance takes effect only when nobody has appealed in time; everything else
  /// at once.
  mutating func decide(
    _ decision: CreditDecision, at now: Date, _ rules: CreditRules
  ) throws(CreditError) -> CreditCaseDecided {
    guard status == .accepted else { throw .outOfTurn(step: "decide", status: status) }
    guard CreditDecision.outcomes(of: kind).contains(decision.outcome) else {
      let known = CreditDecision.outcomes(of: kind).map(\.rawValue).joined(separator: ", ")
      throw .invalid(field: "body.outcome", reason: "the outcomes of this kind are \(known)")
    }
    let withdrawn = try decision.withdrawn(from: file.entries)
    guard decision.newFactCodes.isEmpty || [.changed, .partlyGranted].contains(decision.outcome),
      kind != .repair || decision.newFactCodes.isEmpty
    else {
      throw .invalid(field: "body.newFactCodes", reason: "only a change puts something in the place of an entry")
    }
    let canBeAppealed = kind == .litigation && instance < CreditCase.lastInstance && decision.outcome != .terminated
    meet(.decision, at: now)
    stopClocks(at: now)
    status = canBeAppealed ? .decided : .closed
    var dues: [Contracts.DueDate] = []
    if canBeAppealed {
      dues.append(try rules.dueDate(CreditRules.Key.appeal, from: decision.servedAt ?? now))
      start(.appeal, dues[0])
    } else if kind == .administrativeReview, decision.outcome != .terminated {
      dues.append(try rules.dueDate(CreditRules.Key.afterReview, from: decision.servedAt ?? now))
      start(.suit, dues[0])
    }
    let decided = CreditCaseDecided(
      caseId: id, caseNumber: number, kind: kind, subjectKey: subject, region: region, at: now, instance: instance,
      outcome: decision.outcome, decidedBy: file.decidedBy, document: decision.document, effective: !canBeAppealed,
      withdrawn: withdrawn.map { EntryReference(entryId: $0) }, newFactCodes: decision.newFactCodes, dueDates: dues)
    file.decisions.append(decided)
    return decided
  }

  /// What the decision that holds does to the ledger; nil while none holds.
  var effect: CreditCaseEffect? {
    guard status == .closed, let decision = file.decisions.last, decision.effective else { return nil }
    return CreditCaseEffect(
      kind, decision.outcome, withdrawn: decision.withdrawn.map(\.entryId), codes: decision.newFactCodes)
  }

  /// Notes the entry of the ledger that records the outcome.
  mutating func record(entry: UUID) {
    guard let last = file.decisions.indices.last else { return }
    file.decisions[last].entryId = entry
  }
}
