/// What a review decided.
public enum ReviewVerdict: String, Sendable, CaseIterable {
  /// 维持.
  case upheld
  /// 变更.
  case changed
  /// 撤销,责令重新处理: the case is handled again.
  case returned
}
