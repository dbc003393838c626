import FoundationEssentials

/// When, by whom and under which rules a step is taken, and what must be known beside the case.
struct Circumstances: Sendable {
  /// The business instant.
  let now: Date
  /// Who takes the step, as the token names them.
  var actor = "compensation"
  /// Whether they act for the whole city of the case, not for a county of it.
  var isOfCity = false
  let rules: CompensationRules
  /// What has been received for the case, in fen.
  var receivedFen: Int64 = 0
  /// When the obligor broke the law before, as far as this service was told.
  var earlierActs: [Date] = []
}
