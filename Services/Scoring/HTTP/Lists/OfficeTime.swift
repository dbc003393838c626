import Civics
import FoundationEssentials

/// Instants as offices write them, in Shanghai.
enum OfficeTime {
  static func text(_ instant: Date) -> String {
    let minutes = ShanghaiTime.minuteOfDay(instant)
    return "\(ShanghaiTime.day(of: instant)) " + two(minutes / 60) + ":" + two(minutes % 60)
  }

  static func text(_ instant: Date?) -> String { instant.map { text($0) } ?? "" }

  private static func two(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
}
