import Civics
import Contracts
import FoundationEssentials

/// Who may be on the positive list, for how long, and what ends it, as the rule packs say at one instant.
struct ListingRules: Sendable {
  struct Condition: Sendable {
    let code: String
    /// Who looks: `RATING`, `LEDGER`, `REGISTER` or `STAFF`.
    let checked: String
  }

  struct ConditionFact: Sendable {
    let condition: String
    let fact: String
    let within: LegalPeriod
  }

  struct Removal: Sendable {
    let cause: RemovalCause
    let bars: Bool
  }

  enum Key {
    static let conditions = "scoring.positive-list.conditions"
    static let removal = "scoring.positive-list.removal"
  }

  let conditions: [Condition]
  let conditionFacts: [ConditionFact]
  let excludedTrades: Set<String>
  let screening: [Condition]
  let screeningMinimum: Int
  let removals: [Removal]
  let maliciousFacts: Set<String>
  let validity: LegalPeriod
  let bar: LegalPeriod
  let conditionsRule: Contracts.RuleReference
  let removalRule: Contracts.RuleReference
  let calendar: WorkingCalendar
  private let strongComplaints: Int
  private let window: RecordWindow

  init(_ rules: RulesInForce, inspections: InspectionRules, calendar: WorkingCalendar) throws(ScoringError) {
    do throws(RuleLookupError) {
      conditions = try ListingRules.conditions(try rules.table(Key.conditions))
      screening = try ListingRules.conditions(try rules.table("scoring.positive-list.screening"))
      screeningMinimum = try rules.integer("scoring.positive-list.screening.minimum")
      var facts: [ConditionFact] = []
      for row in try rules.table("scoring.positive-list.condition-facts").rows {
        facts.append(
          ConditionFact(
            condition: try row.text("condition"), fact: try row.text("fact"), within: try row.period("within")))
      }
      conditionFacts = facts
      var trades: Set<String> = []
      for row in try rules.table("scoring.positive-list.excluded-trades").rows { trades.insert(try row.text("code")) }
      excludedTrades = trades
      var removals: [Removal] = []
      for row in try rules.table(Key.removal).rows {
        if let cause = RemovalCause(rawValue: try row.text("cause").lowercased()) {
          removals.append(Removal(cause: cause, bars: try row.flag("bars")))
        }
      }
      self.removals = removals
      maliciousFacts = Set(try rules.list("scoring.positive-list.malicious-facts"))
      validity = try rules.period("scoring.positive-list.validity")
      bar = try rules.period("scoring.positive-list.bar")
      conditionsRule = try rules.contractReference(Key.conditions)
      removalRule = try rules.contractReference(Key.removal)
    } catch {
      throw .rule(error)
    }
    self.calendar = calendar
    let complaints = inspections.intensifications.first { $0.reason == .complaints }
    strongComplaints = complaints?.threshold ?? inspections.specialComplaints
    window = inspections.window
  }

  /// Whether so many complaints were verified that a firm leaves the list.
  func hasStrongComplaints(_ record: ComplianceRecord, at instant: Date) -> Bool {
    window.count(record.complaints, at: instant) >= strongComplaints
  }

  private static func conditions(_ table: RuleTable) throws(RuleLookupError) -> [Condition] {
    var found: [Condition] = []
    for row in table.rows { found.append(Condition(code: try row.text("code"), checked: try row.text("checked"))) }
    return found
  }
}
