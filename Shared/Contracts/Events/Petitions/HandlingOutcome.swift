/// How handling ended.
public enum HandlingOutcome: String, Sendable, CaseIterable {
  /// The problem is solved.
  case resolved
  /// Measures were ordered and run.
  case measuresOrdered = "measures-ordered"
  /// Not solvable at once: explained, and guidance recorded.
  case explained
  /// Nothing of what was reported was found.
  case unfounded
}
