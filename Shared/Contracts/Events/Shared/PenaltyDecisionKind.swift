/// What a penalty case ended with.
public enum PenaltyDecisionKind: String, Sendable, CaseIterable {
  /// 罚款.
  case fine
  /// 警告 or 通报批评.
  case warning
  /// Production limited or stopped, licence withheld or withdrawn.
  case restriction
  /// 不予处罚.
  case noPenalty = "no-penalty"
  /// Anything else.
  case other
}
