import FoundationEssentials
import JWTKit
import Testing

@testable import ServiceKit

@Suite("Token verification")
struct TokenVerifierTests {
  private let issuer: TestIssuer

  init() async throws {
    issuer = try await TestIssuer()
  }

  private func refusal(_ token: String) async throws -> TokenError.Code? {
    do throws(TokenError) {
      _ = try await issuer.verifier().verify(token)
      return nil
    } catch {
      return error.code
    }
  }

  private func refusal(_ change: (inout TestIssuer.Claims) -> Void) async throws -> TokenError.Code? {
    var claims = TestIssuer.Claims()
    change(&claims)
    return try await refusal(try await issuer.token(claims))
  }

  @Test("A token of each kind of key is believed", arguments: ["ec", "ed", "rsa"])
  func believed(key: String) async throws {
    var claims = TestIssuer.Claims()
    claims.roles = ["clerk", "auditor", "something-of-another-system"]
    claims.regions = ["360400", "361", "not a region"]
    let token = try await issuer.token(claims, key: JWKIdentifier(string: key))
    let principal = try await issuer.verifier().verify(token)
    #expect(principal.subject == "wang.fang")
    #expect(principal.roles == [.clerk, .auditor])
    #expect(principal.regions == Set([RegionScope("360400")].compactMap(\.self)))
  }

  @Test("A token without roles stands for somebody who may do nothing")
  func withoutRoles() async throws {
    var claims = TestIssuer.Claims()
    claims.roles = nil
    claims.regions = nil
    let principal = try await issuer.verifier().verify(try await issuer.token(claims))
    #expect(principal.roles.isEmpty)
    #expect(!principal.mayAct(in: "360400"))
  }

  @Test("Issuer, audience, subject and times are checked")
  func claims() async throws {
    let now = Date().timeIntervalSince1970
    #expect(try await refusal { $0.iss = "somebody" } == .issuer)
    #expect(try await refusal { $0.iss = nil } == .issuer)
    #expect(try await refusal { $0.aud = ["another"] } == .audience)
    #expect(try await refusal { $0.aud = nil } == .audience)
    #expect(try await refusal { $0.sub = nil } == .claim)
    #expect(try await refusal { $0.sub = "" } == .claim)
    #expect(try await refusal { $0.exp = now - 60 } == .expired)
    #expect(try await refusal { $0.exp = nil } == .claim)
    #expect(try await refusal { $0.nbf = now + 60 } == .notYetValid)
  }

  @Test("Clocks may differ by half a minute")
  func leeway() async throws {
    let now = Date().timeIntervalSince1970
    #expect(try await refusal { $0.exp = now - 20 } == nil)
    #expect(try await refusal { $0.nbf = now + 20 } == nil)
  }

  @Test("A token that nobody signed is refused, however it says so", arguments: ["none", "None", "NONE", ""])
  func algorithmNone(algorithm: String) async throws {
    let header = TestIssuer.base64URL(Array(#"{"alg":"\#(algorithm)","kid":"ec"}"#.utf8))
    let payload = try await issuer.token().split(separator: ".")[1]
    #expect(try await refusal("\(header).\(payload).") == .algorithm)
  }

  @Test("A token signed with the public key as a shared secret is refused")
  func algorithmConfusion() async throws {
    let forger = JWTKeyCollection()
    await forger.add(hmac: HMACKey(from: issuer.keySet), digestAlgorithm: .sha256, kid: "ec")
    #expect(try await refusal(try await forger.sign(TestIssuer.Claims(), kid: "ec")) == .algorithm)
  }

  @Test("A token signed with another kind of key than its kid names is refused")
  func keyConfusion() async throws {
    let forger = JWTKeyCollection()
    await forger.add(eddsa: try EdDSA.PrivateKey(curve: .ed25519), kid: "ec")
    #expect(try await refusal(try await forger.sign(TestIssuer.Claims(), kid: "ec")) == .algorithm)
  }

  @Test("A token signed by somebody else under a known kid is refused")
  func forged() async throws {
    let forger = JWTKeyCollection()
    await forger.add(ecdsa: ES256PrivateKey(), kid: "ec")
    #expect(try await refusal(try await forger.sign(TestIssuer.Claims(), kid: "ec")) == .signature)
  }

  @Test("An unknown key is refused and not tried against the others", arguments: ["nobody", "encryption", "secret"])
  func unknownKey(key: String) async throws {
    let forger = JWTKeyCollection()
    let identifier = JWKIdentifier(string: key)
    await forger.add(ecdsa: ES256PrivateKey(), kid: identifier)
    let token = try await forger.sign(TestIssuer.Claims(), kid: identifier)
    #expect(try await refusal(token) == .unknownKey)
  }

  @Test("A changed payload is refused")
  func changed() async throws {
    let parts = try await issuer.token().split(separator: ".")
    let payload = TestIssuer.base64URL(Array(#"{"iss":"ecoredress","sub":"root","roles":["leader"]}"#.utf8))
    #expect(try await refusal("\(parts[0]).\(payload).\(parts[2])") == .signature)
  }

  @Test("What is no token is refused", arguments: ["", "abc", "a.b", "a.b.c.d", "!!.!!.!!", "e30.e30.e30", "..."])
  func malformed(token: String) async throws {
    #expect(try await refusal(token) == .malformed)
  }

  @Test("A token with critical extensions or of great length is refused")
  func hostile() async throws {
    let header = TestIssuer.base64URL(Array(#"{"alg":"ES256","kid":"ec","crit":["b64"],"b64":false}"#.utf8))
    let parts = try await issuer.token().split(separator: ".")
    #expect(try await refusal("\(header).\(parts[1]).\(parts[2])") == .malformed)
    #expect(try await refusal(String(repeating: "a", count: 9000)) == .malformed)
  }
}
