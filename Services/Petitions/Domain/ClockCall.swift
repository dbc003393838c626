import Contracts
import FoundationEssentials

/// What a clock has to tell.
struct ClockCall: Sendable {
  enum What: Sendable, Equatable {
    case warning
    case missed
    /// A level up, counted from one.
    case escalation(Int)
  }

  let planned: Date
  let what: What
  let date: Contracts.DueDate

  /// At one instant, what was missed comes before what goes up, and both before a warning of another clock.
  var order: Int {
    switch what {
    case .missed: 0
    case .escalation(let level): level
    case .warning: .max
    }
  }
}

extension Deadline {
  /// What it has to tell by now, and notes that it was told.
  mutating func attend(at now: Date) -> [ClockCall] {
    guard isOpen, !isStanding else { return [] }
    var calls: [ClockCall] = []
    if overdueAt == nil {
      let given = basis.warnings.count { $0 <= now }
      if given > warned, basis.due > now {
        calls.append(ClockCall(planned: basis.warnings[given - 1], what: .warning, date: dueDate))
      }
      warned = max(warned, given)
      guard basis.due <= now else { return calls }
      overdueAt = now
      calls.append(ClockCall(planned: basis.due, what: .missed, date: dueDate))
    }
    while escalated < basis.escalations.count, basis.escalations[escalated] <= now {
      calls.append(
        ClockCall(planned: basis.escalations[escalated], what: .escalation(escalated + 1), date: dueDate))
      escalated += 1
    }
    return calls
  }
}
