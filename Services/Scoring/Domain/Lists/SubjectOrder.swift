/// The orders of lists of subjects, by the names of the query.
enum SubjectOrder: String, Sendable, CaseIterable {
  /// By the last change of colour, the newest first.
  case newest = "-changed"
  /// By the last change of colour, the oldest first.
  case oldest = "changed"
  /// By score, the lowest first; those without one are left out.
  case score
}
