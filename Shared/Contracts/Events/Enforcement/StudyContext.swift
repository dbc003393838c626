/// When a firm studied the law.
public enum StudyContext: String, Sendable, CaseIterable {
  /// In the course of things.
  case routine
  /// While a penalty case ran.
  case penaltyCase = "penalty-case"
}
