import Crypto
import FoundationEssentials

/// A sign-in that was begun at a provider: what the browser keeps until it comes back, and nobody else has.
struct SignInBegun: Sendable, Equatable {
  /// How long whoever signs in may take there.
  static let seconds = 600

  /// What the answer must bring back, so that nobody is signed in by somebody else's link.
  let state: String
  /// What the token must hold, so that an old one is of no use.
  let nonce: String
  /// What the code is exchanged with (RFC 7636), so that the code alone is of no use.
  let verifier: String
  /// The page that was wanted.
  let next: String

  init(next: String) {
    self.next = next
    state = Self.random()
    nonce = Self.random()
    verifier = Self.random()
  }

  /// Reads it back from the cookie.
  init?(_ text: String) {
    let parts = text.split(separator: ".").map(String.init)
    guard parts.count == 4, parts.allSatisfy({ !$0.isEmpty }), let next = Self.bytes(parts[3]) else { return nil }
    state = parts[0]
    nonce = parts[1]
    verifier = parts[2]
    self.next = String(decoding: next, as: UTF8.self)
  }

  /// For the cookie: characters of tokens only.
  var text: String { [state, nonce, verifier, Self.text(Array(next.utf8))].joined(separator: ".") }

  /// What the provider is told of the verifier (S256).
  var challenge: String { Self.text(Array(SHA256.hash(data: Array(verifier.utf8)))) }

  /// Whether an answer belongs to it.
  func accepts(state other: String?) -> Bool { Self.same(other, state) }

  /// Whether a token was made for it.
  func accepts(nonce other: String?) -> Bool { Self.same(other, nonce) }

  /// Compares digests, so that the time it takes tells nothing.
  private static func same(_ other: String?, _ own: String) -> Bool {
    guard let other else { return false }
    return SHA256.hash(data: Array(other.utf8)) == SHA256.hash(data: Array(own.utf8))
  }

  private static func random() -> String {
    var generator = SystemRandomNumberGenerator()
    return text((0..<32).map { _ in UInt8.random(in: .min ... .max, using: &generator) })
  }

  /// Base64 for addresses, without padding (RFC 4648 §5).
  private static func text(_ bytes: [UInt8]) -> String {
    String(
      Data(bytes).base64EncodedString().compactMap { character in
        switch character {
        case "+": "-"
        case "/": "_"
        case "=": nil
        default: character
        }
      })
  }

  static func bytes(_ text: String) -> [UInt8]? {
    let plain = text.replacing("-", with: "+").replacing("_", with: "/")
    return Data(base64Encoded: plain + String(repeating: "=", count: (4 - plain.utf8.count % 4) % 4)).map(Array.init)
  }
}
