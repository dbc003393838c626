public import FoundationEssentials

/// A span of each day in Shanghai, such as the quiet hours 22:00–08:00. A span whose end is not after its start passes
/// midnight.
public struct DailyWindow: Hashable, Sendable, LosslessStringConvertible {
  /// Minutes since midnight at which the span begins.
  public let start: Int
  /// Minutes since midnight at which it is over; this minute no longer belongs to it.
  public let end: Int

  /// Reads `22:00-08:00`. Equal ends are refused: they could mean never or always.
  public init?(_ description: String) {
    let ends = description.split(separator: "-", omittingEmptySubsequences: false).map(Self.minutes)
    guard ends.count == 2, let start = ends[0], let end = ends[1], start != end else { return nil }
    self.start = start
    self.end = end
  }

  /// What ``init(_:)`` reads.
  public var description: String { Self.text(start) + "-" + Self.text(end) }

  /// Whether an instant lies in the span.
  public func contains(_ instant: Date) -> Bool {
    let minute = ShanghaiTime.minuteOfDay(instant)
    return start < end ? start <= minute && minute < end : minute >= start || minute < end
  }

  /// The instant itself outside the span, else the end of the span it lies in.
  public func firstInstantOutside(from instant: Date) -> Date {
    guard contains(instant) else { return instant }
    let today = ShanghaiTime.day(of: instant)
    let endsTomorrow = start > end && ShanghaiTime.minuteOfDay(instant) >= start
    return ShanghaiTime.instant(endsTomorrow ? today.next : today, minute: end)
  }

  private static func minutes(_ text: Substring) -> Int? {
    let bytes = Array(text.utf8)
    guard bytes.count == 5, bytes[2] == UInt8(ascii: ":"),
      [0, 1, 3, 4].allSatisfy({ (0x30...0x39).contains(bytes[$0]) })
    else { return nil }
    func number(_ index: Int) -> Int { Int(bytes[index] - 0x30) * 10 + Int(bytes[index + 1] - 0x30) }
    return number(0) < 24 && number(3) < 60 ? number(0) * 60 + number(3) : nil
  }

  private static func text(_ minutes: Int) -> String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return two(minutes / 60) + ":" + two(minutes % 60)
  }
}
