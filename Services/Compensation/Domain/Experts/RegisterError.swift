/// Why an expert or an appraisal body cannot be entered or changed.
enum RegisterError: Error, Equatable {
  /// A grade that the rule packs do not know.
  case gradeUnknown(String, listed: [String])
  /// The region and the level do not fit: a city's pool has a city's code, a county's a county's.
  case levelUnfit
  /// The body is registered already.
  case registered(String)
  /// The pool or the code that an entry is of never changes.
  case fixed(field: String)
  /// The body is not registered, its licence is over, or it is of another kind.
  case mayNotAppraise(String)
}
