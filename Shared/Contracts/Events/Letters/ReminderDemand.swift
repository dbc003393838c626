/// What a work reminder letter demands.
public enum ReminderDemand: String, Sendable, CaseIterable {
  /// 立刻整改: put right at once what was found.
  case rectify
  /// 举一反三: look for like problems elsewhere.
  case searchLikeProblems = "search-like-problems"
}
