/// A day of the week; the raw value is the number of ISO 8601 (Monday 1 … Sunday 7).
public enum Weekday: Int, Sendable, CaseIterable {
  case monday = 1
  case tuesday, wednesday, thursday, friday, saturday, sunday

  /// Whether the day is a rest day by the ordinary week (国务院关于职工工作时间的规定 第七条: 星期六和星期日为周休息日).
  public var isWeekend: Bool { self == .saturday || self == .sunday }

  /// `index` is 0 for Monday … 6 for Sunday; others wrap around.
  init(indexFromMonday index: Int) {
    switch index % 7 {
    case 0: self = .monday
    case 1: self = .tuesday
    case 2: self = .wednesday
    case 3: self = .thursday
    case 4: self = .friday
    case 5: self = .saturday
    default: self = .sunday
    }
  }
}
