/// A penalty case as the enforcement system that runs it numbers it.
struct PenaltyCase: Hashable, Sendable {
  /// The `source` of the system's events: numbers are unique within it.
  let source: String
  let number: String
}
