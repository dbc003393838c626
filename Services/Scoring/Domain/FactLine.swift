import Contracts
import FoundationEssentials

/// What one code of a fact is worth, decided when the fact was recorded and kept with the rule that said so.
struct FactLine: Hashable, Sendable {
  /// In the form of ``FactCode``.
  let code: String
  /// The name in the rule pack; nil where it has no row for the code.
  let name: String?
  /// The table that was asked for the code, also where it had no row.
  let weight: FactWeight
  /// Taken (negative) or given; zero where there is no row, or the row says so.
  let points: Points
  /// The first instant at which it counts no longer; nil for what has no points.
  let until: Date?
  /// One vote is enough: while it counts the score is the lowest of the scale.
  let isVeto: Bool
  let rule: Contracts.RuleReference?

  /// Whether it can change a score.
  var weighs: Bool { points != .zero || isVeto }

  static func == (left: FactLine, right: FactLine) -> Bool {
    left.code == right.code && left.points == right.points && left.until == right.until && left.isVeto == right.isVeto
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(code)
    hasher.combine(points)
    hasher.combine(until)
  }
}
