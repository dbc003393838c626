/// Why the period of a case stands still.
public enum SuspensionReason: String, Sendable, CaseIterable {
  /// 鉴定评估.
  case appraisal
  /// A court decides first.
  case court
  /// The season or the site does not allow restoration.
  case restoration
  /// The insurer has to decide.
  case insurance
  /// 不可抗力.
  case forceMajeure = "force-majeure"
  /// Another reason, recorded with the case.
  case other
}
