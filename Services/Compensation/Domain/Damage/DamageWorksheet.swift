import Civics
import Contracts

/// What is written down while an amount is computed: every step as a sentence that can be printed, and every rule used.
struct DamageWorksheet: Sendable {
  private(set) var lines: [String] = []
  private(set) var rules: [Contracts.RuleReference] = []

  /// Writes a step down.
  mutating func write(_ line: String) { lines.append(line) }

  /// Notes a rule once.
  mutating func note(_ reference: Civics.RuleReference) {
    guard !rules.contains(where: { $0.rule == reference.key && $0.pack == reference.pack }) else { return }
    rules.append(
      Contracts.RuleReference(
        pack: reference.pack, version: reference.hash, rule: reference.key, article: Article.text(reference.source)))
  }
}
