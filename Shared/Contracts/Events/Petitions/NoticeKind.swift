/// What a petitioner is told beside the three contacts.
public enum NoticeKind: String, Sendable, CaseIterable {
  /// Which unit took the case over (信访工作条例 §23).
  case takenOver = "taken-over"
  /// That the period was extended, and why (§34).
  case extended
  /// That the clock stands still, and why.
  case paused
  /// That the clock runs again, and until when.
  case resumed
  /// That the case was opened again.
  case reopened
  /// That a review runs, and until when (§35–36).
  case reviewAccepted = "review-accepted"
  /// What a review decided (§35–36).
  case reviewDecided = "review-decided"
  /// That the report earns a reward, how much, and until when it can be claimed (有奖举报).
  case rewarded
}
