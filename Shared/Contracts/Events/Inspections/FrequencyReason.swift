/// What an inspection frequency rests on.
public enum FrequencyReason: String, Sendable, CaseIterable {
  /// The colour of the firm.
  case colour
  /// It is on the positive list (正面清单).
  case positiveList = "positive-list"
  /// It is of a class that is not disturbed (免打扰).
  case noDisturb = "no-disturb"
  /// 群众反映强烈: so many verified complaints.
  case complaints
  /// 多次违法: so many violations.
  case repeatedViolations = "repeated-violations"
}
