/// What went wrong while an expression was evaluated (CESQL 1.0 §3.3). An event never passes a filter with an error.
struct CESQLError: Error, Sendable, Hashable {
  /// The kinds of the specification. What is wrong with the text of an expression is a `CESQLParseError`.
  enum Kind: String, Sendable, CaseIterable {
    /// A division by zero, or a number beyond 32 bits.
    case math = "math"
    /// A value that cannot be read as the type that is wanted.
    case cast = "cast"
    /// The event has no such attribute.
    case missingAttribute = "missing-attribute"
    /// There is no function of this name with so many arguments.
    case missingFunction = "missing-function"
    /// A function was given what it cannot work with.
    case functionEvaluation = "function-evaluation"
  }

  let kind: Kind
  /// A sentence for the author of the expression; names of attributes and functions, never values of an event.
  let message: String

  init(_ kind: Kind, _ message: String) {
    self.kind = kind
    self.message = message
  }
}
