import Civics
import Contracts
import FoundationEssentials

extension CompensationRules {
  /// The clock of this kind that starts at this instant.
  func deadline(_ kind: DeadlineKind, from start: Date) throws(CompensationError) -> Deadline {
    let (period, reference) = try look { rules throws(RuleLookupError) in
      (try rules.period(kind.rule), try rules.reference(kind.rule))
    }
    let due = period.due(from: start, calendar: calendar)
    let count: DayCount =
      switch period {
      case .calendarDays: .calendarDays
      case .workingDays: .workingDays
      case .months: .months
      }
    let dueDate = Contracts.DueDate(
      rule: kind.rule, article: Article.text(reference.source), start: start, length: period.count, count: count,
      due: due.instant, provisional: due.isProvisional ? true : nil)
    return Deadline(
      kind: kind, dueDate: dueDate, internalDue: due.internalInstant, period: period, pack: reference.pack,
      packVersion: reference.version, packHash: reference.hash, derivation: due.derivation,
      warnings: try warnings(before: due))
  }

  /// The same clock counted again, by the rule it started under.
  /// - Returns: nil while it stands.
  func recounted(
    _ clock: Deadline, pauses: [Pause], at now: Date
  ) throws(CompensationError) -> Deadline? {
    let counted = PausableDeadline(
      start: ShanghaiTime.day(of: clock.dueDate.start), period: clock.period, pauses: pauses)
    guard let due = counted.state(calendar: calendar).dueDate else { return nil }
    var clock = clock
    let isMoved = clock.dueDate.due != due.instant
    clock.dueDate.due = due.instant
    clock.dueDate.provisional = due.isProvisional ? true : nil
    clock.internalDue = due.internalInstant
    clock.derivation = due.derivation
    clock.isStanding = false
    guard isMoved else { return clock }
    clock.warnings = try warnings(before: due)
    clock.warned = clock.warnings.count { $0 <= now }
    clock.overdueAt = nil
    return clock
  }

  /// When an end is warned of: before the day the bureau works towards, and not before the clock has run for a day.
  private func warnings(before due: Civics.DueDate) throws(CompensationError) -> [Date] {
    let spans = try look { rules throws(RuleLookupError) in try rules.durations(Key.warnings) }
    return spans.map { due.internalInstant.addingTimeInterval(-Double($0.components.seconds)) }
      .filter { $0 > ShanghaiTime.end(of: due.start) }.sorted()
  }
}
