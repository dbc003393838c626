/// Why the result of a field check cannot be recorded.
enum CheckError: Error, Sendable, Equatable {
  /// The petition is not in the sample.
  case notDrawn
  /// It was looked at before; what was found stands.
  case alreadyChecked
  /// A case that failed needs words that tell why.
  case noSummary
  /// The month has ended: whoever commits now may know the pool.
  case tooLateToCommit
  /// The month still runs: whoever could read all seeds now could choose which cases are closed in it.
  case tooEarlyToReveal
  /// The sample is drawn.
  case alreadyDrawn
  /// The caller has committed to a seed before; it stands.
  case alreadyCommitted
  /// The check has as many contributors as an event can name.
  case tooManyContributors
  /// The caller has committed to nothing.
  case notCommitted
  /// The seed is not the one committed to.
  case wrongSeed
}
