import Contracts
import FoundationEssentials
import ServiceKit
import Testing

@testable import Pages

@Suite("What a sign-in with a provider is begun with, and what its answer must be")
struct SignInProviderTests {
  private static let provider = OpenIDProvider(
    issuer: "https://id.example", client: "pages", secret: nil, scopes: "openid",
    returnAddress: "https://petitions.example/pages/sign-in/return")

  private static func document(_ changes: JSON = [:]) -> JSON {
    var object = JSONObject()
    object.set("issuer", "https://id.example")
    object.set("authorization_endpoint", "https://id.example/authorize")
    object.set("token_endpoint", "https://id.example/token")
    for member in changes.object?.members ?? [] { object.set(member.name, member.value) }
    return .object(object)
  }

  @Test func `what the browser keeps is read back, and each sign-in has its own`() throws {
    let begun = SignInBegun(next: "/pages/petitions?status=受理&limit=5")
    #expect(SignInBegun(begun.text) == begun)
    #expect(begun.text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: ";") })
    let other = SignInBegun(next: "/pages")
    #expect(Set([begun.state, begun.nonce, begun.verifier, other.state, other.nonce, other.verifier]).count == 6)
    // RFC 7636: 43 to 128 characters.
    #expect(begun.verifier.utf8.count == 43 && begun.challenge.utf8.count == 43 && begun.challenge != begun.verifier)
    #expect(begun.accepts(state: begun.state) && !begun.accepts(state: other.state) && !begun.accepts(state: nil))
    for wrong in ["", "a.b.c", "a.b.c.d.e", "...", "a.b.c.*"] { #expect(SignInBegun(wrong) == nil) }
  }

  @Test func `a provider is asked only where nobody on the way can listen`() throws {
    for safe in ["https://id.example", "http://127.0.0.1:9000", "http://localhost/realm", "http://[::1]:80"] {
      #expect(OpenIDProvider.isSafe(safe))
    }
    for unsafe in ["http://id.example", "https://", "ftp://id.example", "http://127.0.0.1.evil.example", ""] {
      #expect(!OpenIDProvider.isSafe(unsafe))
    }
  }

  @Test func `a discovery document of another issuer, or without a safe place, is none`() throws {
    #expect(try ProviderPlaces(Self.document(), of: Self.provider).token == "https://id.example/token")
    let wrong: [(JSON, String)] = [
      (["issuer": "https://id.example/"], "issuer"),
      (["authorization_endpoint": "http://id.example/authorize"], "authorization_endpoint"),
      (["token_endpoint": 5], "token_endpoint"),
    ]
    for (change, name) in wrong {
      #expect(throws: SignInFault.unreadable(name)) {
        _ = try ProviderPlaces(Self.document(change), of: Self.provider)
      }
    }
    #expect(
      ProviderPlaces.document(of: "https://id.example/realm/")
        == "https://id.example/realm/.well-known/openid-configuration")
  }

  @Test func `every fault has words and a remedy in both languages`() {
    let faults: [SignInFault] = [
      .stale, .refused("x"), .unreachable("x"), .unreadable("x"), .notExchanged("x"), .notAccepted, .withoutRole,
      .tooLarge,
    ]
    #expect(Set(faults.map { $0.problem(.english).code }).count == faults.count)
    for fault in faults {
      let (chinese, english) = (fault.problem(.chinese), fault.problem(.english))
      #expect(chinese.title.unicodeScalars.contains { $0.value > 0x4E00 } && chinese.remedy != english.remedy)
      #expect(english.remedy?.allSatisfy(\.isASCII) == true)
    }
  }
}
