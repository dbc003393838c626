/// The orders of lists of petitions, by the names of the query.
enum PetitionOrder: String, Sendable, CaseIterable {
  /// By receipt, the newest first.
  case newest = "-received"
  /// By receipt, the oldest first.
  case oldest = "received"
  /// By the end of the clock that runs, the earliest first; those without one are left out.
  case due
}
