import Civics
import Contracts
import FoundationEssentials

extension CompensationRules {
  /// The keys of negotiation and agreement in the rule packs.
  enum SettlementKey {
    static let rounds = "compensation.negotiation.rounds"
    static let renewals = "compensation.negotiation.renewals"
    static let courtNotice = "compensation.court.notice"
    static let suitCourts = "compensation.suit.courts"
    static let rightHolder = "compensation.right-holder"
    static let batchSteps = "compensation.batch.steps"
  }

  /// A number of the packs, with the rule that it follows from.
  func settlementCount(
    _ key: String
  ) throws(CompensationError) -> (count: Int, rule: Contracts.RuleReference) {
    try look { rules throws(RuleLookupError) in (try rules.integer(key), try rules.contractReference(key)) }
  }

  /// When a period of the packs ends that starts at this instant.
  func dueDate(_ key: String, from start: Date) throws(CompensationError) -> Contracts.DueDate {
    let (period, reference) = try look { rules throws(RuleLookupError) in
      (try rules.period(key), try rules.reference(key))
    }
    let due = period.due(from: start, calendar: calendar)
    return Contracts.DueDate(
      rule: key, article: Article.text(reference.source), start: start, length: period.count, count: period.dayCount,
      due: due.instant, provisional: due.isProvisional ? true : nil)
  }

  /// A clock whose end the parties fixed themselves: it neither rolls past rest days nor stands.
  func agreed(_ kind: DeadlineKind, from start: Date, to end: Date, by article: String) -> Deadline {
    let days = max(0, ShanghaiTime.day(of: end).days(since: ShanghaiTime.day(of: start)) - 1)
    let period = LegalPeriod.calendarDays(days, rollForward: false)
    let counted = period.due(from: start, calendar: calendar)
    let dueDate = Contracts.DueDate(
      rule: kind.rule, article: Article.text(article), start: start, length: days, count: .calendarDays, due: end)
    return Deadline(
      kind: kind, dueDate: dueDate, internalDue: end, period: period, pack: "agreement", packVersion: "1",
      packHash: "agreement", derivation: counted.derivation)
  }

  /// The courts that may hear a suit first, by how their names end.
  func suitCourts() throws(CompensationError) -> [String] {
    try look { rules throws(RuleLookupError) in try rules.list(SettlementKey.suitCourts) }
  }

  /// Who holds the right to compensation (赔偿权利人), where the city's pack says so.
  func rightHolder() throws(CompensationError) -> String? {
    guard rules.has(SettlementKey.rightHolder) else { return nil }
    return try look { rules throws(RuleLookupError) in try rules.text(SettlementKey.rightHolder) }
  }

  /// What may be done jointly for a batch of cases (集约办案).
  func batchSteps() throws(CompensationError) -> (codes: [String], rule: Contracts.RuleReference) {
    try look { rules throws(RuleLookupError) in
      (try rules.list(SettlementKey.batchSteps), try rules.contractReference(SettlementKey.batchSteps))
    }
  }
}

extension LegalPeriod {
  /// How its days are counted.
  var dayCount: DayCount {
    switch self {
    case .calendarDays: .calendarDays
    case .workingDays: .workingDays
    case .months: .months
    }
  }
}
