/// A period as a law or a rule states it, counted by 民法典 第二百零一条 to 第二百零三条:
/// the first day is not counted; a period in months ends on the corresponding day or, where there is none, on the last day
/// of the month; a last day that is a rest day moves to the first working day after; the last day ends at 24:00.
///
/// `日` in a law are calendar days unless it says `工作日` (or, in the penalty law, has a provision like 行政处罚法
/// 第八十五条).
public enum LegalPeriod: Hashable, Sendable {
  /// Calendar days. `rollForward`: a last day that is a rest day moves on.
  case calendarDays(Int, rollForward: Bool = true)
  /// Working days of the working calendar; these cannot end on a rest day.
  case workingDays(Int)
  /// Calendar months. `rollForward`: a last day that is a rest day moves on.
  case months(Int, rollForward: Bool = true)

  /// The longest period that text may state, in its own unit; longer ones are mistakes.
  public static let longest = 36_600

  /// How many units.
  public var count: Int {
    switch self {
    case .calendarDays(let count, _), .workingDays(let count), .months(let count, _): count
    }
  }

  /// Whether a last day that is a rest day moves on. Working days never end on one.
  public var rollsForward: Bool {
    switch self {
    case .calendarDays(_, let rollForward), .months(_, let rollForward): rollForward
    case .workingDays: false
    }
  }
}
