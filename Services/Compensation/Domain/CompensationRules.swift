import Civics
import Contracts
import FoundationEssentials

/// The rules of a bureau's profile that compensation cases live by, at one instant.
struct CompensationRules: Sendable {
  /// The keys in the rule packs.
  enum Key {
    static let check = "compensation.clue.check"
    static let close = "compensation.close"
    static let reasons = "compensation.not-start.reasons"
  }

  let rules: RulesInForce
  let calendar: WorkingCalendar

  init(_ rules: RulesInForce, calendar: WorkingCalendar = .builtIn) {
    self.rules = rules
    self.calendar = calendar
  }

  /// The clock of this kind that starts at this instant.
  func deadline(_ kind: DeadlineKind, from start: Date) throws(CompensationError) -> Deadline {
    let key =
      switch kind {
      case .check: Key.check
      case .close: Key.close
      }
    do throws(RuleLookupError) {
      let period = try rules.period(key)
      let reference = try rules.reference(key)
      let due = period.due(from: start, calendar: calendar)
      let count: DayCount =
        switch period {
        case .calendarDays: .calendarDays
        case .workingDays: .workingDays
        case .months: .months
        }
      return Deadline(
        kind: kind,
        dueDate: Contracts.DueDate(
          rule: key, article: Article.text(reference.source), start: start, length: period.count, count: count,
          due: due.instant,
          provisional: due.isProvisional ? true : nil),
        internalDue: due.internalInstant, pack: reference.pack, packVersion: reference.version,
        packHash: reference.hash, derivation: due.derivation)
    } catch {
      throw .rule(error)
    }
  }

  /// The reasons for not starting a case that may be given: that no damage was found, and those the packs list.
  func notStartedReasons() throws(CompensationError) -> [NotStartedReason] {
    let listed: [String]
    do throws(RuleLookupError) { listed = try rules.list(Key.reasons) } catch { throw .rule(error) }
    return NotStartedReason.allCases.filter { $0 == .noDamage || listed.contains($0.ruleCode) }
  }

  /// The article behind the list of reasons.
  func notStartedArticle() throws(CompensationError) -> String {
    do throws(RuleLookupError) { return Article.text(try rules.reference(Key.reasons).source) } catch {
      throw .rule(error)
    }
  }
}

extension NotStartedReason {
  /// The code in the rule packs.
  var ruleCode: String {
    switch self {
    case .noDamage: "NO_DAMAGE"
    case .performed: "ALREADY_PERFORMED"
    case .judgment: "EFFECTIVE_JUDGMENT"
    case .notablyMinor: "NOTABLY_MINOR"
    case .obligorGone: "OBLIGOR_GONE"
    case .lawful: "LAWFUL_DISCHARGE"
    case .other: "OTHER"
    }
  }
}
