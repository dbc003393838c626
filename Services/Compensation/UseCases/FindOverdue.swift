import Contracts
import FoundationEssentials
import Messaging

/// Finds cases whose clock has run out and tells of each once.
struct FindOverdue: Sendable {
  let kind: DeadlineKind
  let cases: CaseStore

  func callAsFunction(_ timers: [DurableTimer], work: UnitOfWork) async throws {
    let locked = try await cases.lock(
      timers.compactMap { UUID(uuidString: $0.subject) }, on: work.connection)
    var changed: [CompensationCase] = []
    var steps: [StepStore.Row] = []
    for var compensation in locked {
      guard let event = compensation.findOverdue(kind, at: work.now) else {
        // Set again, should the timer have fired before its clock ran out.
        CaseTimers.follow(compensation, work: work)
        continue
      }
      let cause = Cause(
        id: "timer:\(compensation.id.lowercased):\(kind.rawValue):\(RFC3339.text(of: event.missed.due))",
        correlation: compensation.correlation)
      CaseAnnouncements.emit([event], of: &compensation, cause: cause, work: work)
      changed.append(compensation)
      steps.append(
        .init(caseId: compensation.id, actor: "compensation", step: "overdue", detail: event.missed.json))
      work.record(
        AuditEntry(
          actor: "compensation", action: "compensation.overdue", subject: compensation.id.lowercased,
          cause: cause.id))
    }
    try await cases.save(changed, on: work.connection)
    try await StepStore.insert(steps, at: work.now, on: work.connection)
  }
}
