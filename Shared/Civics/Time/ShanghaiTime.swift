public import FoundationEssentials

/// The zone in which every legal day of the system begins and ends: Asia/Shanghai, UTC+8.
///
/// The offset is constant. China kept summer time in 1986–1991 only, long before any rule in a rule pack, so these years
/// are not treated specially.
public enum ShanghaiTime {
  /// Seconds that Shanghai is ahead of UTC.
  public static let offsetInSeconds = 8 * 3_600

  /// The day it is in Shanghai at an instant. Instants outside the years 1–9999 (and those that are not a number) give the
  /// nearest representable day.
  public static func day(of instant: Date) -> CivilDate {
    let days = ((instant.timeIntervalSince1970 + Double(offsetInSeconds)) / 86_400).rounded(.down)
    guard days > Double(CivilDate.min.daysSinceEpoch) else { return .min }
    guard days < Double(CivilDate.max.daysSinceEpoch) else { return .max }
    return CivilDate(daysSinceEpoch: Int(days))
  }

  /// Midnight at which a day begins in Shanghai.
  public static func start(of day: CivilDate) -> Date {
    Date(timeIntervalSince1970: Double(day.daysSinceEpoch * 86_400 - offsetInSeconds))
  }

  /// 24:00 of a day, the instant at which a period that ends on this day ends
  /// (民法典 第二百零三条: 期间的最后一日的截止时间为二十四时). It is the midnight at which the next day begins: what happens
  /// *at* this instant is late, what happens before it is in time.
  public static func end(of day: CivilDate) -> Date {
    Date(timeIntervalSince1970: Double((day.daysSinceEpoch + 1) * 86_400 - offsetInSeconds))
  }

  /// The instant of a wall-clock time in Shanghai. Hours beyond 23 and minutes beyond 59 carry over.
  public static func instant(_ day: CivilDate, hour: Int = 0, minute: Int = 0, second: Int = 0) -> Date {
    start(of: day).addingTimeInterval(Double(hour) * 3_600 + Double(minute) * 60 + Double(second))
  }

  /// Minutes since midnight in Shanghai at an instant, 0 … 1439.
  public static func minuteOfDay(_ instant: Date) -> Int {
    let seconds = instant.timeIntervalSince(start(of: day(of: instant)))
    guard seconds >= 0 else { return 0 }
    return Swift.min(Int(Swift.min(seconds, 86_399)) / 60, 1_439)
  }
}
