import Contracts
import FoundationEssentials
import Messaging

/// The timer of a case: one for the next instant at which somebody must be told.
enum CaseTimers {
  static let name = "compensation.clocks"

  /// Sets the timer to what comes next, or takes it back.
  static func follow(_ compensation: CompensationCase, work: UnitOfWork) {
    let subject = compensation.id.lowercased
    if let due = compensation.attention {
      work.schedule(DurableTimer(kind: name, subject: subject, due: due))
    } else {
      work.cancel(timers: [name], of: subject)
    }
  }
}
