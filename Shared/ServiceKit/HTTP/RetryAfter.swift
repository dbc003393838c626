import Contracts
public import FoundationEssentials

/// The header `Retry-After` (RFC 9110 §10.2.3): a number of seconds or an HTTP date.
public enum RetryAfter {
  /// The longest wait that is honoured; who asks for more is asked again after a day.
  public static let longest = Duration.seconds(86_400)

  /// How long to wait from `now`; nil for text that is neither form. A date in the past means no wait.
  public static func wait(_ text: String, now: Date) -> Duration? {
    if text.utf8.allSatisfy({ 0x30...0x39 ~= $0 }), !text.isEmpty {
      return Int64(text).map { min(.seconds($0), longest) } ?? longest
    }
    guard let date = date(text) else { return nil }
    return min(.seconds(max(0, date.timeIntervalSince(now).rounded(.up))), longest)
  }

  /// The preferred form of RFC 9110 §5.6.7, `Sun, 06 Nov 1994 08:49:37 GMT`; the two obsolete ones are not read.
  private static func date(_ text: String) -> Date? {
    let words = text.split(separator: " ")
    let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    guard words.count == 6, words[5] == "GMT", let month = months.firstIndex(of: String(words[2])) else { return nil }
    let number = month < 9 ? "0\(month + 1)" : "\(month + 1)"
    return RFC3339.date(from: "\(words[3])-\(number)-\(words[1])T\(words[4])Z")
  }
}
