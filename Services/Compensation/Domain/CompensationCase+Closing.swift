import Contracts
import FoundationEssentials

extension CompensationCase {
  /// Closes the case: every clock ends, and the penalty side learns whether the duty was performed.
  /// - Returns: the event that tells of it.
  mutating func close(
    as outcome: CompensationOutcome, performed: Bool, modes: [RestorationMode] = [], amountFen: Int64? = nil,
    in circumstances: Circumstances
  ) throws(CompensationError) -> CompensationClosed {
    let now = circumstances.now
    let onTime = file.deadlines.allSatisfy { $0.kind != .close || $0.isStanding || now < $0.dueDate.due }
    try enter(.closed, in: circumstances)
    if suspension != nil { file.suspensions[file.suspensions.count - 1].to = now }
    meetAll(at: now)
    closedAt = now
    self.amountFen = amountFen ?? self.amountFen
    file.outcome = outcome
    file.performed = performed
    if performed { file.performedAt = file.performedAt ?? now }
    if !modes.isEmpty { file.modes = modes }
    return CompensationClosed(
      caseId: id, caseNumber: number, region: region, at: now, subjectKey: subjectKey, outcome: outcome,
      performed: performed, modes: file.modes, amountFen: self.amountFen, penaltyNumber: penalty?.number,
      onTime: onTime, reason: outcome == .terminated ? file.notStarted : nil)
  }
}
