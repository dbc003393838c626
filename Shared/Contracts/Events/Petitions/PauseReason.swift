/// Why a clock stands still.
public enum PauseReason: String, Sendable, CaseIterable {
  /// 检测、鉴定.
  case appraisal
  /// 听证: its time is not counted (信访工作条例 §36).
  case hearing
  /// A court or the police must decide first.
  case judicial
  /// The petitioner must supply something first.
  case petitioner
  /// 不可抗力.
  case forceMajeure = "force-majeure"
}
