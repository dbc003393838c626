/// Subjects one after the other in the database's order of their keys.
struct SubjectRange: Sendable, Hashable {
  /// The key before the first; empty at the beginning.
  let after: String
  /// The key of the last.
  let through: String
  /// How many there are.
  let count: Int
}
