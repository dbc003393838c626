/// How a template may show a value: `{{day(at)}}`. Formats say how something is written, never what is said.
enum TemplateFormat: String, Sendable, CaseIterable {
  /// The day of an instant in Shanghai, or a day: 2024年3月1日.
  case day
  /// Day and time of an instant in Shanghai: 2024年3月1日 16:00.
  case time
  /// The last day that is in time: a due date is the first instant that is late.
  case lastDay
  /// A code as a word of the rule packs.
  case word
  /// Fen as yuan: 1579.50.
  case yuan
  /// A bureau's code as its name.
  case unit
  /// A division's code as its name.
  case place
  /// A bureau's code as the code of its division.
  case home
  /// The division above, by code.
  case above

  /// Whether it can show values of a kind.
  func shows(_ kind: FieldShape.Kind) -> Bool {
    switch self {
    case .day: kind == .instant || kind == .day
    case .time, .lastDay: kind == .instant
    case .yuan: kind == .number
    case .word: kind == .code || kind == .text
    case .unit, .place, .home, .above: kind == .text
    }
  }
}
