import JWTKit
import Synchronization
import Testing

@testable import ServiceKit

@Suite("The cache of an issuer's keys")
struct KeySetCacheTests {
  /// A place of keys that can change, fail and be counted, and a clock.
  private final class Place: Sendable {
    let text = Mutex("")
    let isAway = Mutex(false)
    let fetches = Mutex(0)
    let seconds = Mutex<UInt64>(1000)

    func cache() -> KeySetCache {
      let source = KeySetSource(isRefreshable: true) { () throws(KeySetError) in
        self.fetches.withLock { $0 += 1 }
        guard !self.isAway.withLock({ $0 }) else { throw KeySetError("away") }
        return Array(self.text.withLock { $0 }.utf8)
      }
      return KeySetCache(source: source, logger: quiet) { self.seconds.withLock { $0 * 1_000_000_000 } }
    }

    func wait(_ seconds: UInt64) { self.seconds.withLock { $0 += seconds } }
  }

  private func code(_ cache: KeySetCache, _ key: String) async -> TokenError.Code? {
    do throws(TokenError) {
      _ = try await cache.key(key)
      return nil
    } catch {
      return error.code
    }
  }

  @Test("A key that the issuer has added is found without a restart")
  func rotation() async throws {
    let place = Place()
    let (old, new) = (try await TestIssuer().keySet, try await TestIssuer().keySet)
    place.text.withLock { $0 = old }
    let cache = place.cache()
    #expect(await code(cache, "ec") == nil)
    #expect(await code(cache, "next") == .unknownKey)
    place.text.withLock { $0 = new.replacing(#""kid":"ed""#, with: #""kid":"next""#) }
    place.wait(31)
    #expect(await code(cache, "next") == nil)
    #expect(await code(cache, "ed") == .unknownKey)
  }

  @Test("Made-up key ids cannot make us ask the issuer more than twice a minute")
  func bounded() async throws {
    let place = Place()
    let text = try await TestIssuer().keySet
    place.text.withLock { $0 = text }
    let cache = place.cache()
    for number in 0..<200 { #expect(await code(cache, "made-up-\(number)") == .unknownKey) }
    #expect(place.fetches.withLock { $0 } == 1)
    place.wait(31)
    for number in 0..<200 { #expect(await code(cache, "made-up-\(number)") == .unknownKey) }
    #expect(place.fetches.withLock { $0 } == 2)
  }

  @Test("Keys at hand stay in use while the issuer is away")
  func away() async throws {
    let place = Place()
    let text = try await TestIssuer().keySet
    place.text.withLock { $0 = text }
    let cache = place.cache()
    #expect(await code(cache, "ec") == nil)
    place.isAway.withLock { $0 = true }
    place.wait(3600)
    #expect(await code(cache, "ec") == nil)
    #expect(place.fetches.withLock { $0 } == 2)
  }

  @Test("Without any keys the answer is to come again, not that the token is wrong")
  func unavailable() async {
    let place = Place()
    place.isAway.withLock { $0 = true }
    #expect(await code(place.cache(), "ec") == .keysUnavailable)
  }

  @Test("Many requests that wait for keys share one fetch")
  func shared() async throws {
    let place = Place()
    let text = try await TestIssuer().keySet
    place.text.withLock { $0 = text }
    let cache = place.cache()
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<50 { group.addTask { #expect(await code(cache, "ec") == nil) } }
    }
    #expect(place.fetches.withLock { $0 } == 1)
  }

  @Test(
    "What is no key set is an error at the start",
    arguments: ["", "[]", "{}", #"{"keys":[]}"#, #"{"keys":[{"kty":"oct","kid":"a","k":"YQ","alg":"HS256"}]}"#])
  func noKeySet(text: String) async {
    await #expect(throws: KeySetError.self) { try await KeySet(json: Array(text.utf8)) }
  }

  @Test("Where the keys are is understood, and plain http only on this machine")
  func locations() {
    #expect(KeySetLocation.read(#" {"keys":[]}"#) == .success(.inline(#" {"keys":[]}"#)))
    #expect(KeySetLocation.read("/run/secrets/jwks.json") == .success(.file(path: "/run/secrets/jwks.json")))
    #expect(KeySetLocation.read("https://id.example/jwks") == .success(.url("https://id.example/jwks")))
    #expect(KeySetLocation.read("http://127.0.0.1:8080/jwks") == .success(.url("http://127.0.0.1:8080/jwks")))
    for text in ["http://id.example/jwks", "http://localhost.evil.example/jwks", "ftp://id.example/jwks"] {
      guard case .failure = KeySetLocation.read(text) else {
        Issue.record("\(text) was taken")
        continue
      }
    }
  }
}
