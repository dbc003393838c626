import Civics
import Contracts
import FoundationEssentials

extension CompensationCase {
  /// Starts a clock. One of the same kind that ran before is kept where it was met, else it is replaced.
  /// - Returns: the due date, for the event that tells of it.
  @discardableResult
  mutating func start(
    _ kind: DeadlineKind, from start: Date, rules: CompensationRules
  ) throws(CompensationError) -> Contracts.DueDate {
    let deadline = try rules.deadline(kind, from: start)
    file.deadlines.removeAll { $0.kind == kind && $0.isOpen }
    file.deadlines.append(deadline)
    return deadline.dueDate
  }

  /// Notes that what a clock asks for was done.
  mutating func meet(_ kind: DeadlineKind, at now: Date) {
    for index in file.deadlines.indices where file.deadlines[index].kind == kind {
      file.deadlines[index].metAt = file.deadlines[index].metAt ?? now
      file.deadlines[index].isStanding = false
    }
  }

  /// Ends every clock: nothing is asked for any more.
  mutating func meetAll(at now: Date) {
    for kind in Set(file.deadlines.map(\.kind)) { meet(kind, at: now) }
  }

  /// The approved stop that holds now.
  var suspension: Suspension? { file.suspensions.last.flatMap { $0.to == nil ? $0 : nil } }

  /// Warns of ends that come near and tells of clocks that have run out, each once.
  mutating func attend(at now: Date) -> [any EventPayload] {
    var events: [any EventPayload] = []
    for index in file.deadlines.indices where file.deadlines[index].isRunning {
      let clock = file.deadlines[index]
      if clock.dueDate.due <= now {
        file.deadlines[index].overdueAt = now
        events.append(
          CompensationOverdue(
            caseId: id, caseNumber: number, region: region, at: now, subjectKey: subjectKey, missed: clock.dueDate,
            status: status))
      } else if let attention = clock.attention, attention <= now {
        file.deadlines[index].warned = clock.warnings.count { $0 <= now }
        events.append(
          CompensationWarned(
            caseId: id, caseNumber: number, region: region, at: now, subjectKey: subjectKey, upcoming: clock.dueDate,
            status: status))
      }
    }
    return events
  }

  /// The next instant at which somebody must be told, or a gate of the penalty side is passed; nil when there is none.
  var attention: Date? { (file.deadlines.compactMap(\.attention) + [file.nextPassing].compactMap { $0 }).min() }

  /// Counts open clocks again, as after a suspension or by a calendar that knows more. An end that moved away is no
  /// longer missed.
  /// - Returns: those whose end has moved.
  mutating func recount(
    at now: Date, rules: CompensationRules, where isMeant: (Deadline) -> Bool
  ) throws(CompensationError) -> [Contracts.DueDate] {
    var moved: [Contracts.DueDate] = []
    for index in file.deadlines.indices where file.deadlines[index].isOpen && isMeant(file.deadlines[index]) {
      let before = file.deadlines[index]
      let pauses = before.kind.stands ? file.suspensions.map(\.pause) : []
      guard let after = try rules.recounted(before, pauses: pauses, at: now) else { continue }
      file.deadlines[index] = after
      if after.dueDate.due != before.dueDate.due { moved.append(after.dueDate) }
    }
    return moved
  }
}
