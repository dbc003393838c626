import Civics
import Contracts
import FoundationEssentials

/// The rules of a bureau's profile that compensation cases live by, at one instant.
struct CompensationRules: Sendable {
  /// The keys in the rule packs.
  enum Key {
    static let reasons = "compensation.not-start.reasons"
    static let repeatWindow = "compensation.minor.repeat-window"
    static let warnings = "compensation.warning.before-due"
    static let documents = "compensation.documents"
    static let departments = "compensation.departments"
    static let leadDepartment = "compensation.lead-department"
    static let suspensions = "compensation.suspension.reasons"
    static let invitations = "compensation.invitations"
    static let notice = "compensation.notice.answers"
    static let noticeProofs = "compensation.notice.proofs"
    static let reviewFirst = "compensation.review-before-penalty"
    static let consultationFirst = "compensation.consultation-before-notice"
    static let performanceFirst = "compensation.condition-for-lenience"
  }

  let rules: RulesInForce
  let calendar: WorkingCalendar

  init(_ rules: RulesInForce, calendar: WorkingCalendar = .builtIn) {
    self.rules = rules
    self.calendar = calendar
  }

  /// Looks rules up, and names the case's error where one is missing.
  func look<Value>(
    _ body: (RulesInForce) throws(RuleLookupError) -> Value
  ) throws(CompensationError) -> Value {
    do throws(RuleLookupError) { return try body(rules) } catch { throw .rule(error) }
  }

  /// The article behind a rule.
  func article(_ key: String) throws(CompensationError) -> String {
    try look { rules throws(RuleLookupError) in Article.text(try rules.reference(key).source) }
  }

  /// The reasons for not starting a case that may be given: that no damage was found, and those the packs list.
  func notStartedReasons() throws(CompensationError) -> [NotStartedReason] {
    let listed = try look { rules throws(RuleLookupError) in try rules.list(Key.reasons) }
    return NotStartedReason.allCases.filter { $0 == .noDamage || listed.contains($0.ruleCode) }
  }

  /// Since when an act before this instant counts as repeated.
  func repeatedSince(_ now: Date) throws(CompensationError) -> Date {
    let period = try look { rules throws(RuleLookupError) in try rules.period(Key.repeatWindow) }
    let day = ShanghaiTime.day(of: now)
    switch period {
    case .months(let count, _): return ShanghaiTime.start(of: day.adding(months: -count))
    case .calendarDays(let count, _), .workingDays(let count): return ShanghaiTime.start(of: day.adding(days: -count))
    }
  }

  /// The documents that the packs know at a stage.
  func documents(of stage: CompensationStatus) throws(CompensationError) -> [NodeDocument] {
    try look { rules throws(RuleLookupError) in
      var found: [NodeDocument] = []
      let templates = try rules.table(Self.templatesKey)
      for row in try rules.table(Key.documents).rows {
        guard try row.text("stage") == stage.ruleCode else { continue }
        let kind = try row.text("kind")
        found.append(
          NodeDocument(
            kind: kind, title: try row.text("title"), isRequired: try row.flag("required"),
            hasTemplate: templates.row(where: "kind", is: kind) != nil))
      }
      return found
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
