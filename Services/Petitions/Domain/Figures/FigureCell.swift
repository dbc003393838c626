import Civics

/// Where something is counted: one day, one region, one channel, one kind.
struct FigureCell: Hashable, Sendable {
  let day: CivilDate
  let region: String
  /// Empty for what no channel brought: screening, disputes.
  var channel = ""
  /// Empty where no kind is known.
  var category = ""
}
