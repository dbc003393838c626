import Civics

/// What somebody wants to know: figures of a period and of all time up to its end, of some divisions, in groups.
struct CaseFigureQuestion: Sendable {
  enum Grouping: Sendable, Equatable {
    case none
    /// By the divisions whose codes begin with so many digits.
    case region(digits: Int)
    case department
    case source
  }

  let period: FigurePeriod
  /// Six-digit codes; a division covers those below it. Nothing outside of them is counted.
  let regions: [String]
  var department: String?
  var grouping = Grouping.none

  /// The spans of time that are added up for it.
  enum Span: Int64, Sendable, CaseIterable {
    case now
    case before
    /// From the beginning to the end of the period.
    case cumulative
  }

  /// The first day that anything is counted on: before the first law on compensation.
  static let beginning = CivilDate(year: 2000, month: 1, day: 1) ?? .min

  func runs(of span: Span) -> [FigureGrain.Run] {
    switch span {
    case .now: period.runs
    case .before: period.before.runs
    case .cumulative: FigureGrain.runs(from: Self.beginning, through: period.last)
    }
  }

  func days(of span: Span) -> (first: CivilDate, last: CivilDate) {
    switch span {
    case .now: (period.first, period.last)
    case .before: (period.before.first, period.before.last)
    case .cumulative: (Self.beginning, period.last)
    }
  }
}
