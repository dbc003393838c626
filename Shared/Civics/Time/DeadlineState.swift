/// What a clock that may stand still says.
public enum DeadlineState: Hashable, Sendable {
  /// It runs and ends then.
  case due(DueDate)
  /// It stands; so much is left when it is set going again.
  case paused(since: CivilDate, reason: String, remaining: LegalPeriod)

  /// The due date, nil while the clock stands.
  public var dueDate: DueDate? {
    if case .due(let date) = self { date } else { nil }
  }
}
