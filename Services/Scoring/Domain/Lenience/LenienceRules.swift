import Civics
import Contracts

/// What the packs say of leniency in penalty cases, at one instant.
struct LenienceRules: Sendable {
  /// The keys in the rule packs.
  enum Key {
    static let factors = "lenience.factors"
    static let catalogue = "lenience.catalogue"
    static let localCatalogue = "lenience.catalogue.local"
    static let limits = "lenience.catalogue.limits"
    static let firstViolation = "lenience.first-violation"
    static let maximum = "lenience.reduction.maximum"
    static let minimumHolds = "lenience.statutory-minimum-holds"
    static let compensationFirst = "lenience.compensation-first"
  }

  let rules: RulesInForce
  let calendar: WorkingCalendar
  /// The factors that staff may find, by code.
  let factors: [String: String]
  let items: [CatalogueItem]
  let apology: ApologyRules?
  let study: StudyRules
  /// How long an earlier penalty tells against a first violation.
  let firstViolation: LegalPeriod
  /// The most that all grounds together take off, as a share of the fine.
  let maximum: Ratio
  /// Whether a lighter penalty stays within the statutory range.
  let minimumHolds: Bool
  /// Whether a duty of compensation must be performed before anything is reduced.
  let compensationFirst: Bool

  init(_ rules: RulesInForce, calendar: WorkingCalendar) throws(LenienceError) {
    self.rules = rules
    self.calendar = calendar
    do throws(RuleLookupError) {
      var factors: [String: String] = [:]
      for row in try rules.table(Key.factors).rows { factors[try row.text("code")] = try row.text("name") }
      self.factors = factors
      firstViolation = try rules.period(Key.firstViolation)
      maximum = try rules.number(Key.maximum)
      minimumHolds = try rules.flag(Key.minimumHolds)
      compensationFirst = try rules.flag(Key.compensationFirst)
    } catch {
      throw .rule(error)
    }
    guard maximum >= .zero, maximum <= .one else {
      throw .ruleUnusable(key: Key.maximum, reason: "a share lies from 0 to 1")
    }
    items = try LenienceRules.items(rules)
    apology = try ApologyRules(rules)
    study = try StudyRules(rules)
  }

  func item(_ code: String) -> CatalogueItem? { items.first { $0.code == code } }

  /// The rule an event refers to.
  func reference(_ key: String) throws(LenienceError) -> Contracts.RuleReference {
    do throws(RuleLookupError) {
      return try rules.contractReference(key)
    } catch {
      throw .rule(error)
    }
  }

  /// The country's items, and those a city adds.
  private static func items(_ rules: RulesInForce) throws(LenienceError) -> [CatalogueItem] {
    var items: [CatalogueItem] = []
    let limits: [RuleRow]
    var tables: [(key: String, rows: [RuleRow])] = []
    do throws(RuleLookupError) {
      limits = rules.has(Key.limits) ? try rules.table(Key.limits).rows : []
      for key in [Key.catalogue, Key.localCatalogue] where rules.has(key) {
        tables.append((key, try rules.table(key).rows))
      }
    } catch {
      throw .rule(error)
    }
    for table in tables {
      for row in table.rows {
        let item = try CatalogueItem(row, key: table.key, limits: limits, rules: rules)
        guard !items.contains(where: { $0.code == item.code }) else {
          throw .ruleUnusable(key: table.key, reason: "the item \(item.code) is there twice")
        }
        items.append(item)
      }
    }
    return items
  }
}
