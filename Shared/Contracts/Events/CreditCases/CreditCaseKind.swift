/// What somebody wants changed about a record of credit, and by what way.
public enum CreditCaseKind: String, Sendable, CaseIterable {
  /// 信用修复: the wrong is put right, and the entry shall count no longer.
  case repair
  /// 异议: the entry is said to be wrong.
  case objection
  /// 行政复议: the authority above looks at the act again.
  case administrativeReview = "administrative-review"
  /// 行政诉讼: a court looks at the act.
  case litigation
}
