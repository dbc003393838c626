import Civics
import Contracts

/// How far a task of the plan is.
struct TaskProgress: Sendable {
  let task: PlanTask
  let done: Int64

  var share: Share { Share(numerator: done, denominator: Int64(task.target)) }

  /// What a task counts, of the counts of its county or department.
  static func done(_ measure: PlanMeasure, _ group: CaseFigureReport.Group) -> Int64 {
    switch measure {
    case .clues: group.now[.clues]
    case .selfScreened: group.selfScreened
    case .filed: group.now[.filed]
    case .closed: group.now[.closed]
    case .selfClosed: group.selfClosed
    case .amountFixed: group.now[.amountFen]
    }
  }
}
