import Civics
import FoundationEssentials

/// What the supervision board (督办看板) shows: how many cases are open, where they stand, and how much time is left.
struct Board: Sendable {
  /// So many days before its last one a case counts as due soon.
  static let soonDays = 3.0

  let cells: [BoardCell]
  /// Backlog cases (积案) that are not filed.
  let backlog: Int
  /// Reminder letters (工作提示函) that the county has not answered.
  let letters: Int

  /// Before which instants the last day is today, and near. A period ends at 24:00 of its last day.
  static func ends(at now: Date) -> (today: Date, soon: Date) {
    let today = ShanghaiTime.end(of: ShanghaiTime.day(of: now))
    return (today, today.addingTimeInterval(soonDays * 86_400))
  }
}
