import Civics

/// When the end of a duty is warned of, and when it goes up a level once missed.
struct DeadlineNotice: Sendable, Equatable {
  /// How long before the internal date somebody is warned; none for a right.
  var warnings: [Duration] = []
  /// What must pass, one after the other, until a missed date goes up a level.
  var escalations: [LegalPeriod] = []
}
