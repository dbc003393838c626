/// Why a token is not believed. Safe to tell the caller: it says nothing that the token itself does not.
public struct TokenError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The kinds of refusal; stable, for metrics and clients.
  public enum Code: String, Sendable, CaseIterable {
    /// Not a signed JWT in compact form.
    case malformed
    /// Signed with an algorithm that is not accepted, `none` among them, or not the one of its key.
    case algorithm
    /// No key of this `kid` is known.
    case unknownKey = "unknown-key"
    case signature
    case issuer
    case audience
    case expired
    case notYetValid = "not-yet-valid"
    /// A claim that must be there is missing or has the wrong type.
    case claim
    /// The keys cannot be had right now; nothing is wrong with the token.
    case keysUnavailable = "keys-unavailable"
  }

  public let code: Code
  /// One sentence, without any part of the token.
  public let message: String

  public init(_ code: Code, _ message: String) {
    self.code = code
    self.message = message
  }

  public var description: String { "\(code.rawValue): \(message)" }
}
