import Civics
import Contracts
import FoundationEssentials

extension DeadlineBasis {
  /// Derives the due date of a clock that starts on a day.
  convenience init(_ plan: DeadlinePlan, start: CivilDate, calendar: WorkingCalendar) {
    self.init(plan, due: plan.period.due(from: start, calendar: calendar), extensions: [], calendar: calendar)
  }

  private convenience init(
    _ plan: DeadlinePlan, due: Civics.DueDate, extensions: [LegalPeriod], calendar: WorkingCalendar
  ) {
    var day = due.date
    let escalations = plan.notice.escalations.map { step in
      let next = step.due(from: day, calendar: calendar)
      day = next.date
      return next.instant
    }
    // A warning that would come before the clock has run for a day says nothing.
    let warnings = plan.notice.warnings.map { due.internalInstant.addingTimeInterval(-Double($0.components.seconds)) }
      .filter { $0 > ShanghaiTime.end(of: due.start) }.sorted()
    let years = calendar.years.map { String($0.year) }.joined(separator: " ")
    let count: DayCount =
      switch plan.period {
      case .calendarDays: .calendarDays
      case .workingDays: .workingDays
      case .months: .months
      }
    let derivation = due.derivation
    let instants = ([due.instant] + warnings + escalations).map { String(Int($0.timeIntervalSince1970)) }
    self.init(
      id: EventIdentity.uuidV5(
        namespace: EventIdentity.causeNamespace, parts: "deadline", plan.kind.rawValue, plan.pack, plan.packHash,
        plan.rule, plan.article, due.start.description, plan.period.description, instants.joined(separator: " "), years,
        derivation.joined(separator: "\n")),
      kind: plan.kind, rule: plan.rule, pack: plan.pack, version: plan.version, packHash: plan.packHash,
      article: plan.article, startDay: due.start.description, period: plan.period,
      length: extensions.reduce(plan.period.count) { $0 + $1.count }, count: count, due: due.instant,
      internalDue: due.internalInstant, isProvisional: due.isProvisional, calendar: years, derivation: derivation,
      warnings: warnings, escalations: escalations)
  }

  /// The same clock counted again: after it was extended or has stood, or by a calendar that knows more. The rule stays
  /// the one it started under.
  /// - Returns: nil while it stands.
  func recounted(changes: DeadlineChanges?, notice: DeadlineNotice, calendar: WorkingCalendar) -> DeadlineBasis? {
    guard let start = CivilDate(startDay) else { return nil }
    let plan = DeadlinePlan(
      kind: kind, period: period, rule: rule, pack: pack, version: version, packHash: packHash, article: article,
      notice: kind.isDuty ? notice : DeadlineNotice())
    let clock = PausableDeadline(
      start: start, period: period, extensions: changes?.extensions ?? [], pauses: changes?.pauses ?? [])
    guard let due = clock.state(calendar: calendar).dueDate else { return nil }
    return DeadlineBasis(plan, due: due, extensions: changes?.extensions ?? [], calendar: calendar)
  }
}
