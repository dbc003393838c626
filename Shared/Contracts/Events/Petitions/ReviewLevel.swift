/// The two ways to contest an answer.
public enum ReviewLevel: String, Sendable, CaseIterable {
  /// 复查, by the next higher unit (信访工作条例 §35).
  case review
  /// 复核, by the unit above that; its opinion is final (信访工作条例 §36).
  case reexamination = "re-examination"
}
