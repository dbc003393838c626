/// The rules that hold for a profile during one span of days: its own pack over those it inherits from.
///
/// Immutable and shared; looking a rule up costs one hash. A missing rule or one of another kind throws with its key.
public final class RulesInForce: Sendable {
  /// The profile.
  public let profile: String
  /// The packs, the profile's own first, the root last.
  public let packs: [RulePack]
  /// References are built once: services keep one with every due date.
  private let rules: [String: (entry: RuleEntry, reference: RuleReference)]

  init(profile: String, packs: [RulePack]) {
    self.profile = profile
    self.packs = packs
    var rules: [String: (entry: RuleEntry, reference: RuleReference)] = [:]
    for pack in packs.reversed() {
      for entry in pack.entries.values { rules[entry.key] = (entry, pack.reference(to: entry)) }
    }
    self.rules = rules
  }

  /// Every key that holds, ascending.
  public var keys: [String] { rules.keys.sorted() }

  /// The rule with its provenance.
  public func entry(_ key: String) throws(RuleLookupError) -> RuleEntry {
    guard let rule = rules[key] else { throw .missing(key: key, packs: packs.map { "\($0.name) \($0.version)" }) }
    return rule.entry
  }

  /// What a decision keeps of the rule it rests on.
  public func reference(_ key: String) throws(RuleLookupError) -> RuleReference {
    guard let rule = rules[key] else { throw .missing(key: key, packs: packs.map { "\($0.name) \($0.version)" }) }
    return rule.reference
  }

  public func period(_ key: String) throws(RuleLookupError) -> LegalPeriod {
    let value = try entry(key).value
    guard case .period(let period) = value else { throw wrong(key, value, .period) }
    return period
  }

  public func number(_ key: String) throws(RuleLookupError) -> Ratio {
    let value = try entry(key).value
    guard case .number(let number) = value else { throw wrong(key, value, .number) }
    return number
  }

  /// A number that is whole.
  public func integer(_ key: String) throws(RuleLookupError) -> Int {
    let number = try number(key)
    guard let whole = number.whole else { throw .notWhole(key: key, number: number) }
    return whole
  }

  public func money(_ key: String) throws(RuleLookupError) -> Money {
    let value = try entry(key).value
    guard case .money(let money) = value else { throw wrong(key, value, .money) }
    return money
  }

  public func text(_ key: String) throws(RuleLookupError) -> String {
    let value = try entry(key).value
    guard case .text(let text) = value else { throw wrong(key, value, .text) }
    return text
  }

  public func flag(_ key: String) throws(RuleLookupError) -> Bool {
    let value = try entry(key).value
    guard case .flag(let flag) = value else { throw wrong(key, value, .flag) }
    return flag
  }

  public func duration(_ key: String) throws(RuleLookupError) -> Duration {
    let value = try entry(key).value
    guard case .duration(let duration) = value else { throw wrong(key, value, .duration) }
    return duration
  }

  public func durations(_ key: String) throws(RuleLookupError) -> [Duration] {
    let value = try entry(key).value
    guard case .durations(let durations) = value else { throw wrong(key, value, .durations) }
    return durations
  }

  public func interval(_ key: String) throws(RuleLookupError) -> RatioInterval {
    let value = try entry(key).value
    guard case .interval(let interval) = value else { throw wrong(key, value, .interval) }
    return interval
  }

  public func window(_ key: String) throws(RuleLookupError) -> DailyWindow {
    let value = try entry(key).value
    guard case .window(let window) = value else { throw wrong(key, value, .window) }
    return window
  }

  public func day(_ key: String) throws(RuleLookupError) -> CivilDate {
    let value = try entry(key).value
    guard case .day(let day) = value else { throw wrong(key, value, .day) }
    return day
  }

  public func list(_ key: String) throws(RuleLookupError) -> [String] {
    let value = try entry(key).value
    guard case .list(let list) = value else { throw wrong(key, value, .list) }
    return list
  }

  public func table(_ key: String) throws(RuleLookupError) -> RuleTable {
    let value = try entry(key).value
    guard case .table(let table) = value else { throw wrong(key, value, .table) }
    return table
  }

  private func wrong(_ key: String, _ value: RuleValue, _ wanted: RuleKind) -> RuleLookupError {
    .wrongKind(key: key, found: value.kind, wanted: wanted)
  }
}
