/// Which law a decision rests on (从旧兼从轻, 行政处罚法 第三十七条).
public enum LeniencyLaw: String, Sendable, CaseIterable {
  /// 行为时: that of the time of the act.
  case atAct = "at-act"
  /// 决定时: that of the decision, since it is milder or the only one.
  case atDecision = "at-decision"
}
