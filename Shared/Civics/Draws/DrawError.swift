/// Why a draw cannot be made or does not hold.
public enum DrawError: Error, Sendable, Equatable {
  /// A text that is hashed line by line is empty or holds a control character; two texts could then hash as one.
  case notOneLine(String)
  /// The pool holds the same item twice.
  case duplicateItem(String)
  /// Two seeds are of the same contributor, or there is none.
  case contributors
  /// A seed or a hash is not 64 hexadecimal digits.
  case notHexadecimal
}

extension DrawError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .notOneLine(let text): "'\(text)' is empty or holds a control character"
    case .duplicateItem(let item): "the pool holds \(item) twice"
    case .contributors: "each contributor gives one seed, and there is at least one"
    case .notHexadecimal: "a seed has 64 hexadecimal digits"
    }
  }
}
