import Civics
import FoundationEssentials

/// Text and instants as mail writes them.
enum MailText {
  /// The most bytes of one encoded word: with its frame it stays below 76 characters (RFC 2047 §2).
  private static let wordBytes = 42

  /// A header's text as encoded words; a line break in it ends nothing.
  static func encoded(_ text: String) -> String {
    var words: [String] = []
    var word: [UInt8] = []
    for character in text {
      let bytes = Array((character.isNewline ? " " : String(character)).utf8)
      if word.count + bytes.count > wordBytes, !word.isEmpty {
        words.append(frame(word))
        word = []
      }
      word += bytes
    }
    if !word.isEmpty { words.append(frame(word)) }
    return words.joined(separator: "\r\n ")
  }

  /// The text in Base64, 76 characters to a line (RFC 2045 §6.8).
  static func base64Lines(_ text: String) -> [String] {
    let letters = Array(Data(text.utf8).base64EncodedString().utf8)
    return stride(from: 0, to: letters.count, by: 76).map { start in
      String(decoding: letters[start..<min(start + 76, letters.count)], as: UTF8.self)
    }
  }

  /// `Thu, 26 Nov 2026 17:30:00 +0800` (RFC 5322 §3.3).
  static func date(_ instant: Date) -> String {
    let day = ShanghaiTime.day(of: instant)
    let minute = ShanghaiTime.minuteOfDay(instant)
    let second = Int(instant.timeIntervalSince(ShanghaiTime.start(of: day))) % 60
    let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    let days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    // 1970-01-01 was a Thursday.
    let sinceThursday = day.days(since: CivilDate(daysSinceEpoch: 0))
    let weekday = days[((sinceThursday + 3) % 7 + 7) % 7]
    let clock = "\(two(minute / 60)):\(two(minute % 60)):\(two(second))"
    return "\(weekday), \(two(day.day)) \(months[day.month - 1]) \(day.year) \(clock) +0800"
  }

  private static func frame(_ bytes: [UInt8]) -> String { "=?UTF-8?B?\(Data(bytes).base64EncodedString())?=" }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
}
