import Crypto
import FoundationEssentials
import JWTKit
import Logging

@testable import ServiceKit

/// An issuer of tokens for the tests, with a key of each kind: `ec`, `ed` and `rsa`.
struct TestIssuer {
  /// The claims of a token; what is nil is left out.
  struct Claims: JWTPayload {
    var iss: String? = "ecoredress"
    var aud: [String]? = ["ecoredress", "another"]
    var sub: String? = "wang.fang"
    var exp: Double? = Date().timeIntervalSince1970 + 300
    var nbf: Double?
    var roles: [String]? = ["clerk"]
    var regions: [String]? = ["360400"]

    func verify(using algorithm: some JWTAlgorithm) {}
  }

  let keys = JWTKeyCollection()
  /// The public half, as an issuer publishes it.
  let keySet: String

  init() async throws {
    let ec = P256.Signing.PrivateKey()
    let ed = Curve25519.Signing.PrivateKey()
    let point = ec.publicKey.rawRepresentation
    let x = Self.base64URL(point.prefix(32))
    let y = Self.base64URL(point.suffix(32))
    let edX = Self.base64URL(ed.publicKey.rawRepresentation)
    keySet = """
      {"keys":[
        {"kty":"EC","crv":"P-256","kid":"ec","use":"sig","alg":"ES256","x":"\(x)","y":"\(y)"},
        {"kty":"OKP","crv":"Ed25519","kid":"ed","x":"\(edX)"},
        {"kty":"RSA","kid":"rsa","alg":"RS256","n":"\(TestRSAKey.modulus)","e":"\(TestRSAKey.exponent)"},
        {"kty":"EC","crv":"P-256","kid":"encryption","use":"enc","x":"\(x)","y":"\(y)"},
        {"kty":"oct","kid":"secret","alg":"HS256","k":"c2VjcmV0"},
        {"kty":"quantum","kid":"future"}
      ]}
      """
    try await keys.add(ecdsa: ES256PrivateKey(backing: ec), kid: "ec")
    await keys.add(eddsa: EdDSA.PrivateKey(backing: ed), kid: "ed")
    let rsa = try Insecure.RSA.PrivateKey(
      modulus: TestRSAKey.modulus, exponent: TestRSAKey.exponent, privateExponent: TestRSAKey.privateExponent,
      prime1: TestRSAKey.prime1, prime2: TestRSAKey.prime2)
    await keys.add(rsa: rsa, digestAlgorithm: .sha256, kid: "rsa")
  }

  /// A signed token.
  func token(_ claims: Claims = Claims(), key: JWKIdentifier = "ec") async throws -> String {
    try await keys.sign(claims, kid: key)
  }

  /// A verifier that believes this issuer.
  func verifier(now: @escaping @Sendable () -> Date = { Date() }) -> TokenVerifier {
    let text = Array(keySet.utf8)
    let source = KeySetSource(isRefreshable: false) { () throws(KeySetError) in text }
    return TokenVerifier(
      cache: KeySetCache(source: source, logger: quiet), issuer: "ecoredress", audience: "ecoredress", now: now)
  }

  static func base64URL(_ bytes: some Sequence<UInt8>) -> String {
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
}

/// A logger for tests that have nothing to say.
let quiet = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
