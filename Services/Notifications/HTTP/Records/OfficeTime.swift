import Civics
import FoundationEssentials

/// Instants as offices write them, in Shanghai.
enum OfficeTime {
  static func text(_ instant: Date) -> String {
    let day = ShanghaiTime.day(of: instant)
    let minutes = Int(instant.timeIntervalSince(ShanghaiTime.start(of: day)) / 60)
    return "\(day) " + [minutes / 60, minutes % 60].map { ($0 < 10 ? "0" : "") + String($0) }.joined(separator: ":")
  }
}
