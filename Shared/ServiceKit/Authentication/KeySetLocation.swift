import FoundationEssentials

/// Where a key set is found.
enum KeySetLocation: Sendable, Equatable {
  /// The JSON itself.
  case inline(String)
  case file(path: String)
  case url(String)

  /// Why a text names no place.
  struct Refusal: Error, Equatable {
    let message: String
  }

  /// Reads the value of `JWKS`.
  ///
  /// Plain `http` is taken for loopback addresses only: whoever can change the answer on the way decides whose
  /// tokens are believed.
  static func read(_ text: String) -> Result<KeySetLocation, Refusal> {
    let trimmed = text.drop(while: \.isWhitespace)
    if trimmed.first == "{" { return .success(.inline(text)) }
    if text.hasPrefix("https://") { return .success(.url(text)) }
    if text.hasPrefix("http://") {
      let isLoopback = ["127.0.0.1", "localhost", "[::1]"].contains { host in
        [":", "/"].contains { text.hasPrefix("http://\(host)\($0)") } || text == "http://\(host)"
      }
      return isLoopback
        ? .success(.url(text))
        : .failure(Refusal(message: "a key set must come over https; plain http is for loopback addresses"))
    }
    if text.contains("://") {
      return .failure(Refusal(message: "is neither JSON, a file's path nor an https URL"))
    }
    return .success(.file(path: text))
  }
}
