/// Why a filter is not taken.
struct FilterRefusal: Error, Sendable, Equatable {
  /// Where it stands in the request, such as `body.filters[0].any[1].sql`.
  let field: String
  /// Which character of an expression is wrong, counted from one; nil for what is wrong as a whole.
  var position: Int?
  /// What is wrong, in a sentence.
  let message: String
  /// What to write instead.
  let remedy: String
}
