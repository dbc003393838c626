/// What a yearly audit of the one account found.
public enum AuditVerdict: String, Sendable, CaseIterable {
  /// 无保留: the books are right.
  case clean
  /// 保留: right but for the findings.
  case withFindings = "with-findings"
  /// 否定: not right.
  case refused
}
