/// The four questions that a notice to an obligor (告知单) answers.
public enum NoticeQuestion: String, Sendable, CaseIterable {
  /// 为什么要履行赔偿义务.
  case why
  /// 如何履行赔偿义务.
  case how
  /// 履行赔偿义务有哪些利好.
  case benefits
  /// 不履行赔偿义务有什么后果.
  case consequences
}
