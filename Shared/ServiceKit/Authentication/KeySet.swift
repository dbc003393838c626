import Contracts
import FoundationEssentials
import JWTKit

/// The public keys of an issuer by their `kid` (RFC 7517), ready to verify.
///
/// Only asymmetric algorithms: a shared secret in a key set would let every reader of it make tokens.
struct KeySet: Sendable {
  /// The algorithms accepted.
  static let algorithms = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA"]

  private let keys: [String: any JWTAlgorithm]

  /// The `kid`s of the keys, sorted.
  var identifiers: [String] { keys.keys.sorted() }

  /// Reads a key set. Keys that are for encryption, of a kind unknown to us or without a `kid` are left out, as RFC
  /// 7517 §5 asks.
  /// - Throws: when the text is no key set or holds no key that can verify a token.
  init(json text: [UInt8]) async throws(KeySetError) {
    guard let json = try? JSON(parsing: text), let entries = json["keys"]?.array else {
      throw KeySetError("the key set is not a JSON object with a list of keys (RFC 7517 §5)")
    }
    var keys: [String: any JWTAlgorithm] = [:]
    for entry in entries {
      guard let identifier = entry["kid"]?.string, entry["use"]?.string ?? "sig" == "sig" else { continue }
      guard let name = Self.algorithm(of: entry), let key = await Self.key(entry, algorithm: name) else { continue }
      keys[identifier] = key
    }
    guard !keys.isEmpty else {
      throw KeySetError(
        "the key set has no signing key with a kid and one of \(Self.algorithms.joined(separator: ", "))")
    }
    self.keys = keys
  }

  /// The key of this identifier.
  subscript(identifier: String) -> (any JWTAlgorithm)? { keys[identifier] }

  /// The `alg` of a key, or the one its kind and curve leave no doubt about.
  private static func algorithm(of key: JSON) -> String? {
    if let name = key["alg"]?.string { return algorithms.contains(name) ? name : nil }
    switch (key["kty"]?.string, key["crv"]?.string) {
    case ("RSA", _): return "RS256"
    case ("EC", "P-256"): return "ES256"
    case ("EC", "P-384"): return "ES384"
    case ("EC", "P-521"): return "ES512"
    case ("OKP", "Ed25519"): return "EdDSA"
    default: return nil
    }
  }

  /// The key as JWTKit verifies with it; nil for one that is malformed.
  private static func key(_ entry: JSON, algorithm: String) async -> (any JWTAlgorithm)? {
    guard let jwk = try? JWK(json: entry.text) else { return nil }
    let collection = JWTKeyCollection()
    guard (try? await collection.add(jwk: jwk)) != nil,
      let key = try? await collection.getKey(for: jwk.keyIdentifier, alg: algorithm), key.name == algorithm
    else { return nil }
    return key
  }
}
