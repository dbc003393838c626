/// What a fact takes away from the entries it amends, from its own instant on.
enum Withdrawal: String, Sendable, CaseIterable {
  case nothing
  /// Their weight: the points come back, and that the subject was judged stays (信用修复).
  case points
  /// The whole: as if nobody had judged (更正、异议成立、撤销).
  case entry
}
