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
  /// The period as the rule states it, without extension.
  let period: LegalPeriod
  /// The whole length with what it was extended by.
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
  /// When its end is warned of, ascending.
  let warnings: [Date]
  /// When it goes up a level once missed, ascending.
  let escalations: [Date]

  init(
    id: UUID, kind: DeadlineKind, rule: String, pack: String, version: String, packHash: String, article: String,
    startDay: String, period: LegalPeriod, length: Int, count: DayCount, due: Date, internalDue: Date,
    isProvisional: Bool, calendar: String, derivation: [String], warnings: [Date], escalations: [Date]
  ) {
    self.id = id
    self.kind = kind
    self.rule = rule
    self.pack = pack
    self.version = version
    self.packHash = packHash
    self.article = article
    self.startDay = startDay
    self.period = period
    self.length = length
    self.count = count
    self.due = due
    self.internalDue = internalDue
    self.isProvisional = isProvisional
    self.calendar = calendar
    self.derivation = derivation
    self.warnings = warnings
    self.escalations = escalations
  }

  static func == (left: DeadlineBasis, right: DeadlineBasis) -> Bool { left === right || left.id == right.id }
  func hash(into hasher: inout Hasher) { hasher.combine(id) }

  /// What the law promises a petitioner whose clock started at this instant.
  func dueDate(from start: Date) -> Contracts.DueDate {
    Contracts.DueDate(
      rule: rule, article: article, start: start, length: length, count: count, due: due,
      provisional: isProvisional ? true : nil)
  }

  /// Every instant at which a clock of this basis may ask for attention.
  var instants: [Date] { kind.isDuty ? warnings + [due] + escalations : [] }
}
