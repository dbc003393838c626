/// The value of a rule or of a table's cell.
public enum RuleValue: Hashable, Sendable {
  case period(LegalPeriod)
  case number(Ratio)
  case money(Money)
  case text(String)
  case flag(Bool)
  case duration(Duration)
  case interval(RatioInterval)
  case window(DailyWindow)
  case region(RegionCode)
  case day(CivilDate)
  case list([String])
  case durations([Duration])
  case table(RuleTable)

  /// The kind of the value.
  public var kind: RuleKind {
    switch self {
    case .period: .period
    case .number: .number
    case .money: .money
    case .text: .text
    case .flag: .flag
    case .duration: .duration
    case .interval: .interval
    case .window: .window
    case .region: .region
    case .day: .day
    case .list: .list
    case .durations: .durations
    case .table: .table
    }
  }

  /// Reads a scalar; nil when the text is not of that kind.
  init?(scalar text: String, kind: RuleKind) {
    let value: RuleValue? =
      switch kind {
      case .period: LegalPeriod(text).map { .period($0) }
      case .number: Ratio(text).map { .number($0) }
      case .money: Money(text).map { .money($0) }
      case .text: text.isEmpty ? nil : .text(text)
      case .flag: text == "true" ? .flag(true) : text == "false" ? .flag(false) : nil
      case .duration: TechnicalDuration.read(text).map { .duration($0) }
      case .interval: RatioInterval(text).map { .interval($0) }
      case .window: DailyWindow(text).map { .window($0) }
      case .region: (try? RegionCode(text)).map { .region($0) }
      case .day: CivilDate(text).map { .day($0) }
      case .list, .durations, .table: nil
      }
    guard let value else { return nil }
    self = value
  }
}
