import Civics
import Contracts

/// What the packs say of the public apology (公开道歉承诺从轻处罚). A city without these rules has no such reduction.
struct ApologyRules: Sendable {
  /// The keys in the rule packs.
  enum Key {
    static let conditions = "lenience.apology.conditions"
    static let exclusions = "lenience.apology.exclusions"
    static let rates = "lenience.apology.rates"
    static let cap = "lenience.apology.cap"
    static let request = "lenience.apology.request"
    static let term = "lenience.apology.pledge-term"
    static let bar = "lenience.apology.bar"
  }

  enum Condition: String, Sendable, CaseIterable {
    case notExcluded = "NOT_EXCLUDED"
    case requested = "REQUESTED"
    case rectified = "RECTIFIED"
    case published = "APOLOGY_PUBLISHED"
    case pledged = "PLEDGE_GIVEN"
  }

  /// A circumstance in which no apology helps.
  struct Exclusion: Sendable {
    let code: String
    let name: String
    /// Codes of findings that show it.
    let facts: Set<String>
    /// The kind of event that shows it.
    let told: CaseRecordKind?
    /// Within what time after an earlier penalty a new act shows it.
    let within: LegalPeriod?
  }

  /// A class of firms or places with its rate.
  struct Rate: Sendable {
    /// What a class is called that holds for everybody else.
    static let any = "ANY"

    let name: String
    let range: RateRange
    let code: String
  }

  let conditions: [Condition]
  let exclusions: [Exclusion]
  let rates: [Rate]
  /// The most it takes off a fine.
  let cap: Money?
  /// The time to ask in writing, from the prior notice of the penalty.
  let request: LegalPeriod?
  /// How long the pledge binds.
  let term: LegalPeriod
  /// How long a broken pledge bars apologies; nil means for good.
  let bar: LegalPeriod?
  let reference: Contracts.RuleReference

  /// - Returns: nil where the packs have no such rules.
  init?(_ rules: RulesInForce) throws(LenienceError) {
    guard rules.has(Key.conditions) else { return nil }
    do throws(RuleLookupError) {
      var conditions: [Condition] = []
      for code in try rules.list(Key.conditions) {
        // A condition that nobody can check must not pass for met.
        guard let condition = Condition(rawValue: code) else {
          throw .missingCell(key: Key.conditions, column: code)
        }
        conditions.append(condition)
      }
      self.conditions = conditions
      exclusions = try ApologyRules.exclusions(try rules.table(Key.exclusions))
      cap = rules.has(Key.cap) ? try rules.money(Key.cap) : nil
      request = rules.has(Key.request) ? try rules.period(Key.request) : nil
      term = try rules.period(Key.term)
      bar = rules.has(Key.bar) ? try rules.period(Key.bar) : nil
      reference = try rules.contractReference(Key.rates)
    } catch {
      throw .rule(error)
    }
    rates = try ApologyRules.rates(rules)
  }

  private static func rates(_ rules: RulesInForce) throws(LenienceError) -> [Rate] {
    var rows: [(code: String, name: String, interval: RatioInterval)] = []
    do throws(RuleLookupError) {
      for row in try rules.table(Key.rates).rows {
        rows.append((try row.text("class"), try row.text("name"), try row.interval("rate")))
      }
    } catch {
      throw .rule(error)
    }
    var rates: [Rate] = []
    for row in rows {
      rates.append(Rate(name: row.name, range: try RateRange(row.interval, key: Key.rates), code: row.code))
    }
    return rates
  }

  private static func exclusions(_ table: RuleTable) throws(RuleLookupError) -> [Exclusion] {
    var exclusions: [Exclusion] = []
    for row in table.rows {
      exclusions.append(
        Exclusion(
          code: try row.text("code"), name: try row.text("name"),
          facts: row.has("facts") ? Set(try CatalogueItem.words(row.text("facts")).map(FactCode.normal)) : [],
          told: row.has("told") ? CaseRecordKind(rawValue: try row.text("told")) : nil,
          within: row.has("within") ? try row.period("within") : nil))
    }
    return exclusions
  }
}
