/// Why a work reminder letter (工作提示函) was written.
public enum ReminderCause: String, Sendable, CaseIterable {
  /// A re-check (复核) failed.
  case failedRecheck = "failed-recheck"
  /// The monthly field check (现场检查) found problems.
  case monthlyCheck = "monthly-check"
  /// Anything else that came up.
  case other
}
