/// What a leader's visit to the scene came to.
public enum SiteVisitOutcome: String, Sendable, CaseIterable {
  /// The matter was settled on the spot.
  case resolved
  /// Measures and a time for them were agreed.
  case measuresAgreed = "measures-agreed"
  /// Not to be solved at once; explained, and the petitioner guided (疏导).
  case explained
  /// Not solved yet.
  case unresolved
}
