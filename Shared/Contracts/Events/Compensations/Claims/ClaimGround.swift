/// Why the insurer pays.
public enum ClaimGround: String, Sendable, CaseIterable {
  /// Nobody liable is known (无主).
  case noObligor = "no-obligor"
  /// The obligor is known, and the money is held up by legal affairs.
  case delayed
}
