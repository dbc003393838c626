/// The order of a list of cases.
enum CaseOrder: String, Sendable, CaseIterable {
  /// The latest clue first.
  case newest
  case oldest
  /// What is due next first; cases without a period that runs are left out.
  case due
}
