/// Reads spans of time that machines keep (retries, timeouts), as opposed to legal periods.
enum TechnicalDuration {
  /// `250 ms`, `30 s`, `5 min`, `12 h`; at most 10 digits.
  static func read(_ text: String) -> Duration? {
    let words = text.split(separator: " ", omittingEmptySubsequences: false)
    guard words.count == 2, words[0].utf8.count <= 10, words[0].utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      let count = Int(words[0])
    else { return nil }
    return switch words[1] {
    case "ms": .milliseconds(count)
    case "s": .seconds(count)
    case "min": .seconds(count * 60)
    case "h": .seconds(count * 3_600)
    default: nil
    }
  }
}
