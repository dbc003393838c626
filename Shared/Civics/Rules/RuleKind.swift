/// What kind of value a rule or a table's cell has. The raw value is the word in a rule pack.
public enum RuleKind: String, Sendable, CaseIterable {
  /// A legal period: `15 days`, `5 working days`, `3 months`, `15 days, not rolled forward`.
  case period
  /// An exact number: `3`, `4.5`, `10%`.
  case number
  /// Yuan with at most two places: `300000.00`.
  case money
  /// Words.
  case text
  /// `true` or `false`.
  case flag
  /// A technical span of time: `30 s`, `5 min`, `12 h`.
  case duration
  /// A range of numbers with its ends in or out: `[90, 100]`, `(70, 90)`, `(1000, ]`.
  case interval
  /// A span of each day, Shanghai time: `22:00-08:00`.
  case window
  /// A division by its code of GB/T 2260.
  case region
  /// A day, `YYYY-MM-DD`.
  case day
  /// A list of words.
  case list
  /// A list of technical spans of time.
  case durations
  /// Rows with typed columns.
  case table

  /// Whether a value of this kind is written as one word or line.
  var isScalar: Bool {
    switch self {
    case .list, .durations, .table: false
    default: true
    }
  }
}
