/// Why a case counts as backlog (积案).
public enum BacklogReason: String, Sendable, CaseIterable {
  /// So many petitions on the same matter (PET-21).
  case repeats
  /// Open for longer than the bureau allows itself.
  case longOpen = "long-open"
  /// A leader took it up.
  case leader
}
