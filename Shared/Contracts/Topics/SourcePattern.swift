/// Which sources a topic is for.
public enum SourcePattern: Sendable, Equatable {
  /// Any source that no binding names.
  case any
  /// This source.
  case exactly(String)
  /// Every source below this path, which ends in a slash.
  case below(String)

  /// Reads `*`, `/hotline/vendor-a` or `/hotline/vendor-a/*`; nil for anything else.
  public init?(_ text: String) {
    if text == "*" {
      self = .any
      return
    }
    let path = text.hasSuffix("/*") ? String(text.dropLast(1)) : text
    guard !path.isEmpty, path != "/", !path.contains("*"), !path.contains(where: \.isWhitespace) else { return nil }
    self = path == text ? .exactly(text) : .below(path)
  }

  /// Whether the pattern names this source; `any` names none.
  func names(_ source: String) -> Bool {
    switch self {
    case .any: false
    case .exactly(let named): source == named
    case .below(let path): source.hasPrefix(path) && source.utf8.count > path.utf8.count
    }
  }
}
