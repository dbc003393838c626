import FoundationEssentials
import HTTPTypes
import Hummingbird
import JWTKit
import Support
import Testing

@testable import ServiceKit

/// Tokens, queries and headers.
@Suite("Fuzzed: tokens, queries, headers")
struct FuzzTests {
  @Test func `no token is believed that the issuer did not sign`() async throws {
    let issuer = try await TestIssuer()
    let verifier = issuer.verifier()
    var seeds: [[UInt8]] = []
    for key: JWKIdentifier in ["ec", "ed", "rsa"] { seeds.append(Array(try await issuer.token(key: key).utf8)) }
    // What is signed and by what, however the text around it is written.
    func parts(_ token: CompactToken) -> [[UInt8]] { [token.signedBytes, token.signature] }
    let good = try seeds.map { parts(try CompactToken(String(decoding: $0, as: UTF8.self))) }
    let words = ["eyJhbGciOiJub25lIn0", ".", "..", "eyJhbGciOiJIUzI1NiIsImtpZCI6InNlY3JldCJ9", "="]
    try await Fuzzing.run("tokens", seeds: seeds, words: words) { input in
      let text = String(decoding: input, as: UTF8.self)
      guard (try? await verifier.verify(text)) != nil else { return }
      guard let token = try? CompactToken(text), good.contains(parts(token)) else {
        throw Fuzzing.Broken("a token that nobody signed is believed")
      }
    }
  }

  @Test func `key sets`() async throws {
    let seed = Array(try await TestIssuer().keySet.utf8)
    try await Fuzzing.run("key sets", seeds: [seed], words: ["\"kty\":\"EC\"", "\"n\":\"AQAB\"", "\"x\":\"\""]) {
      input in
      _ = try? await KeySet(json: input)
    }
  }

  @Test func `queries`() async throws {
    let cursor = PageCursor([4711, -1]).text(of: "list")
    let seeds = [
      "/v1/petitions?limit=20&region=360400&since=2026-01-06T08:00:00%2B08:00&cursor=\(cursor)&flag=true",
      "/v1/petitions?q=%E6%B2%B3%E6%B0%B4&limit=-1", "/?a=1;b=2&&==&%", "/v1/x?region=36&region=36",
    ].map { Array($0.utf8) }
    let names: Set<String> = ["limit", "region", "since", "cursor", "flag", "q"]
    let clerk = Principal(subject: "x", roles: [.clerk], regions: Set(["360000"].compactMap(RegionScope.init)))
    try await Fuzzing.run("queries", seeds: seeds, words: ["&limit=", "?cursor=", "%2B", "+", "&since="]) { input in
      let uri = String(decoding: input, as: UTF8.self)
      let request = Request(
        head: HTTPRequest(method: .get, scheme: nil, authority: nil, path: uri), body: RequestBody(buffer: ByteBuffer())
      )
      guard let query = try? QueryReader(request, allowing: names) else { return }
      if let limit = try? query.integer("limit", in: 1...200), !(1...200 ~= limit) { throw Fuzzing.Broken("\(limit)") }
      if let regions = try? query.regions(for: clerk), !regions.allSatisfy(clerk.mayAct(in:)) {
        throw Fuzzing.Broken("a region outside the caller's: \(regions)")
      }
      _ = try? query.instant("since")
      _ = try? query.flag("flag")
      _ = query.canonical(without: ["cursor"])
      if let text = query.text("cursor"), let cursor = try? PageCursor(text, of: "list", keys: 2) {
        guard (try? PageCursor(cursor.text(of: "list"), of: "list", keys: 2)) == cursor else {
          throw Fuzzing.Broken("a cursor that is not read as written")
        }
      }
    }
  }

  @Test func `headers`() async throws {
    let seeds = [
      "W/\"1\", \"2\" , *", "\"a\"", "203.0.113.7, 10.0.0.1:8080", "for=\"[2001:db8::1]\"", "0123456789abcdef",
      "bytes=0-",
    ].map { Array($0.utf8) }
    try await Fuzzing.run("headers", seeds: seeds, words: ["W/", "\"", ",", "*", "[", "]"]) { input in
      let text = String(decoding: input, as: UTF8.self)
      _ = EntityTagList(text)
      _ = RegionScope(text)
      var head = HTTPRequest(method: .post, scheme: nil, authority: nil, path: "/")
      if let name = HTTPField.Name("Idempotency-Key") { head.headerFields[name] = text }
      head.headerFields[.ifMatch] = text
      let request = Request(head: head, body: RequestBody(buffer: ByteBuffer()))
      _ = try? IdempotencyKey(request)
      _ = try? IfMatch(request)
    }
  }
}
