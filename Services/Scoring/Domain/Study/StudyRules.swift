import Civics
import Contracts

/// What the packs say of law study and examination (学法).
struct StudyRules: Sendable {
  /// The keys in the rule packs.
  enum Key {
    static let minutesPerUnit = "lenience.study.minutes-per-unit"
    static let minimumUnits = "lenience.study.units.minimum"
    static let validity = "lenience.study.validity"
    static let credit = "lenience.study.credit"
    static let incentives = "lenience.study.incentives"
    static let rate = "lenience.study.rate"
  }

  /// 学时, forty minutes in Yingkou.
  let minutesPerUnit: Int
  let minimumUnits: Int
  /// How long study counts for an examination.
  let validity: LegalPeriod
  /// How long a passed examination earns incentives.
  let credit: LegalPeriod
  let incentives: Set<StudyIncentive>
  /// How much lighter it may make a penalty; nil where the packs do not say.
  let rate: RateRange?
  /// The rule behind the rate.
  let rateReference: Contracts.RuleReference?
  /// The rule behind the minimum.
  let reference: Contracts.RuleReference

  init(_ rules: RulesInForce) throws(LenienceError) {
    do throws(RuleLookupError) {
      minutesPerUnit = try rules.integer(Key.minutesPerUnit)
      minimumUnits = try rules.integer(Key.minimumUnits)
      validity = try rules.period(Key.validity)
      credit = try rules.period(Key.credit)
      reference = try rules.contractReference(Key.minimumUnits)
      rateReference = rules.has(Key.rate) ? try rules.contractReference(Key.rate) : nil
      let codes = rules.has(Key.incentives) ? try rules.list(Key.incentives) : []
      incentives = Set(codes.compactMap(StudyIncentive.init(ruleCode:)))
    } catch {
      throw .rule(error)
    }
    rate = try RateRange.read(Key.rate, rules)
    guard minutesPerUnit > 0, (0...10_000).contains(minimumUnits) else {
      throw .ruleUnusable(key: Key.minutesPerUnit, reason: "a unit has minutes, and the minimum is some of them")
    }
  }
}

extension StudyIncentive {
  /// Reads the code of a rule pack, `POSITIVE_LIST_PRIORITY`.
  init?(ruleCode: String) {
    self.init(rawValue: String(ruleCode.lowercased().map { $0 == "_" ? "-" : $0 }))
  }
}
