import FoundationEssentials

/// A place in a list of cases: the keys of the last one seen.
struct CaseMark: Sendable, Equatable {
  /// When the clue was opened, or when the case is due, as the list is ordered.
  let instant: Date
  let entry: Int64
}
