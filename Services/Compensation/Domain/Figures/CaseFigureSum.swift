/// Sums of one group and clue source over one span of time.
struct CaseFigureSum: Sendable {
  let span: CaseFigureQuestion.Span
  /// The group's code; empty without groups.
  let key: String
  /// By clue source, so that what a county screened itself can be told apart.
  let source: String
  let counts: CaseCounts
}
