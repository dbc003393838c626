import Civics
import Contracts

extension RulesInForce {
  /// Whether the packs have a rule.
  func has(_ key: String) -> Bool { (try? entry(key)) != nil }

  /// The reference that events carry.
  func contractReference(_ key: String) throws(RuleLookupError) -> Contracts.RuleReference {
    let reference = try reference(key)
    return Contracts.RuleReference(
      pack: reference.pack, version: reference.hash, rule: key, article: Article.text(reference.source))
  }
}
