/// The spans by which counts are folded: a period is added up from few rows however long it is.
public enum FigureGrain: String, Sendable, CaseIterable {
  /// From 1 January.
  case year
  /// From its first day.
  case month
  /// 旬: the first, second and last third of a month, from its 1st, 11th and 21st.
  case dekad
  /// One day.
  case day

  /// The first day of the span that a day lies in.
  public func start(of day: CivilDate) -> CivilDate {
    let (_, month, number) = day.parts
    return switch self {
    case .year: day.adding(days: 1 - number).adding(months: 1 - month)
    case .month: day.adding(days: 1 - number)
    case .dekad: day.adding(days: min((number - 1) / 10, 2) * 10 + 1 - number)
    case .day: day
    }
  }

  /// The first day of the span after the one that begins on a day.
  public func next(after start: CivilDate) -> CivilDate {
    switch self {
    case .year: start.adding(months: 12)
    case .month: start.adding(months: 1)
    case .dekad: start.day == 21 ? FigureGrain.month.start(of: start).adding(months: 1) : start.adding(days: 10)
    case .day: start.next
    }
  }

  private var finer: FigureGrain? {
    switch self {
    case .year: .month
    case .month: .dekad
    case .dekad: .day
    case .day: nil
    }
  }

  /// Some spans of one grain, by the first days of the first and the last of them.
  public struct Run: Sendable, Equatable {
    /// How long each of them is.
    public let grain: FigureGrain
    /// The first day of the first.
    public let first: CivilDate
    /// The first day of the last.
    public let last: CivilDate
  }

  /// The fewest whole spans that make up the days from one to another, both included.
  public static func runs(from first: CivilDate, through last: CivilDate, grain: FigureGrain = .year) -> [Run] {
    guard first <= last else { return [] }
    guard let finer = grain.finer else { return [Run(grain: .day, first: first, last: last)] }
    let begun = grain.start(of: first)
    let opening = begun == first ? first : grain.next(after: begun)
    let closing = grain.start(of: last.next)
    guard opening < closing else { return runs(from: first, through: last, grain: finer) }
    let body = Run(grain: grain, first: opening, last: grain.start(of: closing.previous))
    return runs(from: first, through: opening.previous, grain: finer) + [body]
      + runs(from: closing, through: last, grain: finer)
  }
}
