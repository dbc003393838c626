import Contracts
import FoundationEssentials

extension CreditCase {
  /// Lets time pass up to now: warns, tells what ran out, and does what the law says happens by itself. An application for
  /// a review that is not refused in time counts as accepted (行政复议法 第三十条); a judgment that nobody appealed takes
  /// effect (行政诉讼法 第八十五条).
  /// - Returns: what the world is to be told, in order; nothing twice.
  mutating func pass(to now: Date, _ rules: CreditRules) throws(CreditError) -> [any EventPayload] {
    var events: [any EventPayload] = []
    if let moved = try recount(at: now, rules) { events.append(moved) }
    let warnings = try rules.warnings()
    for index in file.clocks.indices where file.clocks[index].isRunning {
      let clock = file.clocks[index]
      if clock.dueDate.due <= now {
        file.clocks[index].overAt = now
        if clock.kind.isDuty, !isDeemedAccepted(clock) { events.append(overdue(clock, at: now)) }
      } else if clock.kind.isDuty {
        let passed = warnings.count { CreditCase.instant(clock.dueDate.due, before: $0) <= now }
        // What was missed is not told after what came later: one warning, however many are due.
        if passed > clock.warnings {
          file.clocks[index].warnings = passed
          events.append(warning(clock, at: now))
        }
      }
    }
    if let due = file.clocks.first(where: { isDeemedAccepted($0) && $0.overAt != nil && $0.metAt == nil })?.dueDate.due
    {
      events.append(try accept(at: due, copyReceivedAt: nil, rules))
    }
    if status == .decided, let lapsed = file.clocks.last(where: { $0.kind == .appeal }), lapsed.overAt != nil {
      status = .closed
      if var decision = file.decisions.popLast() {
        decision.effective = true
        decision.at = lapsed.dueDate.due
        decision.dueDates = []
        file.decisions.append(decision)
        events.append(decision)
      }
    }
    return events
  }

  /// When this case next needs to be looked at; nil when nothing runs.
  func nextAttention(_ rules: CreditRules) throws(CreditError) -> Date? {
    let warnings = try rules.warnings()
    return running.map { clock in
      guard clock.kind.isDuty, clock.warnings < warnings.count else { return clock.dueDate.due }
      return CreditCase.instant(clock.dueDate.due, before: warnings[clock.warnings])
    }.min()
  }

  /// Counts the running periods anew that hung on a calendar not announced yet.
  /// - Returns: what moved; nil when every date stays, announced or not.
  mutating func recount(at now: Date, _ rules: CreditRules) throws(CreditError) -> CreditCaseRescheduled? {
    var moved: [(before: Contracts.DueDate, after: Contracts.DueDate)] = []
    for index in file.clocks.indices where file.clocks[index].isRunning {
      let before = file.clocks[index].dueDate
      guard before.provisional == true else { continue }
      let after = try rules.dueDate(before.rule, from: before.start)
      file.clocks[index].dueDate = after
      if after.due != before.due { moved.append((before, after)) }
    }
    guard !moved.isEmpty else { return nil }
    return CreditCaseRescheduled(
      caseId: id, caseNumber: number, kind: kind, subjectKey: subject, region: region, at: now,
      previous: moved.map(\.before), dueDates: moved.map(\.after))
  }

  private func isDeemedAccepted(_ clock: CreditClock) -> Bool {
    kind == .administrativeReview && status == .filed && clock.kind == .acceptance
  }

  private func overdue(_ clock: CreditClock, at now: Date) -> CreditCaseOverdue {
    CreditCaseOverdue(
      caseId: id, caseNumber: number, kind: kind, subjectKey: subject, region: region, at: now, missed: clock.dueDate)
  }

  private func warning(_ clock: CreditClock, at now: Date) -> CreditCaseWarned {
    CreditCaseWarned(
      caseId: id, caseNumber: number, kind: kind, subjectKey: subject, region: region, at: now, due: clock.dueDate)
  }

  private static func instant(_ due: Date, before span: Duration) -> Date {
    due.addingTimeInterval(-TimeInterval(span.components.seconds))
  }
}
