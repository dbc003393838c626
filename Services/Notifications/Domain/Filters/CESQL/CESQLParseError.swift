/// Why a text is no expression of CloudEvents SQL.
struct CESQLParseError: Error, Sendable, Equatable {
  /// Which character of the text, counted from one.
  let position: Int
  /// What is wrong there, in a sentence.
  let message: String
  /// What to write instead.
  let remedy: String
}
