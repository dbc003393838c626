/// How strictly a higher level watches a case (督办).
public enum SupervisionLevel: String, Sendable, CaseIterable {
  /// 督办.
  case ordinary
  /// 挂牌督办: listed, with a named demand and a date (信访工作条例 §39).
  case listed
}
