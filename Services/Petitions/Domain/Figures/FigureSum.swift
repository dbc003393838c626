/// Sums of one group and channel in one of the two periods compared.
struct FigureSum: Sendable {
  /// Whether it is of the period before.
  let isBefore: Bool
  /// The group's code; empty without groups.
  let key: String
  let channel: String
  let counts: FigureCounts
}
