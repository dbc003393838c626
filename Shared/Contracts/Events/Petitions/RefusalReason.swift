/// Why a petition is not accepted; the petitioner is always told.
public enum RefusalReason: String, Sendable, CaseIterable {
  /// Not the bureau's matter; told whose it is.
  case notCompetent = "not-competent"
  /// Before a court, arbitration or review, or to go there.
  case litigation
  /// The same matter is in progress; told how to query it (§19).
  case alreadyAccepted = "already-accepted"
  /// Re-examined already, same facts and reasons (§36).
  case finalOpinion = "final-opinion"
  /// No clue that could be followed.
  case unclear
  /// Another reason of law.
  case other
}
