import Civics

/// The rules about messages: the city's own, over those that all cities share.
struct NoticeSource: Sendable {
  /// The pack that all cities share.
  static let profile = "notices"
  private static let prefix = "notification."

  private let city: RulesInForce
  private let common: RulesInForce
  private let own: Set<String>

  init(city: RulesInForce, common: RulesInForce) {
    self.city = city
    self.common = common
    own = Set(city.keys.filter { $0.hasPrefix(Self.prefix) })
  }

  /// The keys below a heading, ascending: `notification.notice` finds `notification.notice.petition.overdue`.
  func keys(below heading: String) -> [String] {
    Set(own.union(common.keys).filter { $0.hasPrefix(heading + ".") }).sorted()
  }

  /// The rules that hold for a key.
  func rules(for key: String) -> RulesInForce { own.contains(key) ? city : common }

  /// The tables of a key, the city's own before the shared one: words of a city add to the others.
  func tables(_ key: String) throws(RuleLookupError) -> [RuleTable] {
    var tables: [RuleTable] = []
    if own.contains(key) { tables.append(try city.table(key)) }
    if common.keys.contains(key) { tables.append(try common.table(key)) }
    return tables
  }

  /// The bureaus, where the city's rules name them.
  var bureaus: RuleTable? { try? city.table("petition.routing") }

  var edition: String {
    (city.packs + common.packs).map { "\($0.name) \($0.version) \($0.hash.prefix(12))" }.joined(separator: ", ")
  }
}
