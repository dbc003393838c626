/// Why a case must be started even where damage is notably minor.
public enum MustStartReason: String, Sendable, CaseIterable {
  /// The damage lies inside an ecological red line (生态保护红线).
  case redLine = "red-line"
  /// The obligor broke the law again within the period of the rules.
  case repeated
}
