/// A length of time as operators type it: `90s`, `30m`, `2h`.
enum ShortDuration {
  static let day = Duration.seconds(86_400)

  /// Nil for anything else.
  static func read(_ text: String) -> Duration? {
    let units: [Character: Int64] = ["s": 1, "m": 60, "h": 3600]
    guard let last = text.last, let unit = units[last], text.utf8.count < 8, let number = Int64(text.dropLast()),
      number > 0
    else { return nil }
    return .seconds(number * unit)
  }
}
