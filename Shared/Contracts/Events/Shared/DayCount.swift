/// How the days of a period are counted.
public enum DayCount: String, Sendable, CaseIterable {
  /// 日: every day.
  case calendarDays = "calendar-days"
  /// 工作日: by the State Council's yearly calendar.
  case workingDays = "working-days"
  /// 月: to the corresponding day.
  case months
}
