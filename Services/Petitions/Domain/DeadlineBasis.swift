import Civics
import Contracts
import FoundationEssentials

/// Why a due date is what it is: the rule, the calendar and the steps of counting.
///
/// The same for every petition whose clock starts on one day under one rule, so it is kept once and referred to; its id
/// follows from what it says. A class, since thousands of petitions share one.
final class DeadlineBasis: Hashable, Sendable {
  let id: UUID
  let kind: DeadlineKind
  /// The rule's key in its pack.
  let rule: String
  let pack: String
  let version: String
  /// SHA-256 of the pack's canonical bytes.
  let packHash: String
  /// The article or the reason behind the rule.
  let article: String
  /// The day the clock started; it is not counted.
  let startDay: String
  let length: Int
  let count: DayCount
  /// The first instant that is late.
  let due: Date
  /// The same without rolling past rest days: what the bureau works towards.
  let internalDue: Date
  /// Whether a year's calendar on the way was not announced.
  let isProvisional: Bool
  /// The years whose calendar was known.
  let calendar: String
  /// The steps of counting, as sentences.
  let derivation: [String]

  init(
    id: UUID, kind: DeadlineKind, rule: String, pack: String, version: String, packHash: String, article: String,
    startDay: String, length: Int, count: DayCount, due: Date, internalDue: Date, isProvisional: Bool,
    calendar: String, derivation: [String]
  ) {
    self.id = id
    self.kind = kind
    self.rule = rule
    self.pack = pack
    self.version = version
    self.packHash = packHash
    self.article = article
    self.startDay = startDay
    self.length = length
    self.count = count
    self.due = due
    self.internalDue = internalDue
    self.isProvisional = isProvisional
    self.calendar = calendar
    self.derivation = derivation
  }

  static func == (left: DeadlineBasis, right: DeadlineBasis) -> Bool { left === right || left.id == right.id }
  func hash(into hasher: inout Hasher) { hasher.combine(id) }

  /// What the law promises a petitioner whose clock started at this instant.
  func dueDate(from start: Date) -> Contracts.DueDate {
    Contracts.DueDate(
      rule: rule, article: article, start: start, length: length, count: count, due: due,
      provisional: isProvisional ? true : nil)
  }
}

extension DeadlineBasis {
  /// Derives the due date of a period that starts on a day.
  convenience init(
    _ kind: DeadlineKind, period: LegalPeriod, reference: Civics.RuleReference, start: CivilDate,
    calendar: WorkingCalendar
  ) {
    let due = period.due(from: start, calendar: calendar)
    let years = calendar.years.map { String($0.year) }.joined(separator: " ")
    let count: DayCount =
      switch period {
      case .calendarDays: .calendarDays
      case .workingDays: .workingDays
      case .months: .months
      }
    self.init(
      id: EventIdentity.uuidV5(
        namespace: EventIdentity.causeNamespace, parts: "deadline", kind.rawValue, reference.pack, reference.hash,
        reference.key, start.description, String(Int(due.instant.timeIntervalSince1970)), years),
      kind: kind, rule: reference.key, pack: reference.pack, version: reference.version, packHash: reference.hash,
      article: reference.source, startDay: start.description, length: period.count, count: count, due: due.instant,
      internalDue: due.internalInstant, isProvisional: due.isProvisional, calendar: years, derivation: due.derivation)
  }
}
