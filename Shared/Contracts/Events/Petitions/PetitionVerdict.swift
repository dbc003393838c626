/// The verdict of the answer (信访工作条例 §32).
public enum PetitionVerdict: String, Sendable, CaseIterable {
  /// 支持.
  case support
  /// 解释说明.
  case explain
  /// 不予支持.
  case notSupport = "not-support"
}
