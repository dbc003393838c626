/// Why the result of a field check cannot be recorded.
enum CheckError: Error, Sendable, Equatable {
  /// The petition is not in the sample.
  case notDrawn
  /// It was looked at before; what was found stands.
  case alreadyChecked
  /// A case that failed needs words that tell why.
  case noSummary
}
