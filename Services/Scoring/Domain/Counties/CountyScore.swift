import Civics

/// The score of a county, with how it comes about.
struct CountyScore: Sendable, Equatable {
  struct Line: Sendable, Equatable {
    let indicator: CountyRules.Indicator
    let name: String
    let count: Int
    /// For the period.
    let target: Ratio
    let points: Ratio
  }

  let county: String
  let lines: [Line]
  /// Out of a hundred, exact.
  let score: Ratio
}
