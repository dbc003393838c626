import Contracts
import FoundationEssentials

extension CompensationCase {
  /// The steps that may be taken where a case stands. Later stages add their rows.
  static func steps(in status: CompensationStatus) -> [StepName] {
    switch status {
    case .clue: [.check]
    case .filed, .investigation, .assessment, .negotiation, .agreed, .performing, .evaluation, .suit, .insurance:
      [.close]
    case .notStarted, .closed: []
    }
  }

  /// - Throws: ``CompensationError/outOfTurn(step:status:allowed:)`` with what may be done instead.
  func require(_ step: StepName) throws(CompensationError) {
    let allowed = CompensationCase.steps(in: status)
    guard allowed.contains(step) else { throw .outOfTurn(step: step, status: status, allowed: allowed) }
  }

  /// Notes that a clock has run out.
  /// - Returns: the event that tells of it, once; nil when it was met in time, is told of, or has not run out.
  mutating func findOverdue(_ kind: DeadlineKind, at now: Date) -> CompensationOverdue? {
    guard
      let index = file.deadlines.firstIndex(where: { $0.kind == kind && $0.isRunning && $0.dueDate.due <= now })
    else { return nil }
    file.deadlines[index].overdueAt = now
    updatedAt = now
    return CompensationOverdue(
      caseId: id, caseNumber: number, region: region, at: now, subjectKey: subjectKey,
      missed: file.deadlines[index].dueDate, status: status)
  }
}
