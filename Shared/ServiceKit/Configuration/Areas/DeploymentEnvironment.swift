/// What kind of place this is.
public enum DeploymentEnvironment: String, Sendable, CaseIterable {
  /// Test instruments are refused and tokens are required.
  case production
  /// The standing clock and fault points may be used.
  case development
}
