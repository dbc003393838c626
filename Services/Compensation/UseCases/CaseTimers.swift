import Contracts
import FoundationEssentials
import Messaging

/// The timers of a case: one for each clock that runs.
enum CaseTimers {
  static func name(_ kind: DeadlineKind) -> String {
    switch kind {
    case .check: "compensation.clue-check-due"
    case .close: "compensation.close-due"
    }
  }

  /// Sets the timers of clocks that run and takes back the others.
  static func follow(_ compensation: CompensationCase, work: UnitOfWork) {
    let subject = compensation.id.lowercased
    for deadline in compensation.file.deadlines {
      if deadline.isRunning {
        work.schedule(DurableTimer(kind: name(deadline.kind), subject: subject, due: deadline.dueDate.due))
      } else {
        work.cancel(timers: [name(deadline.kind)], of: subject)
      }
    }
  }
}
