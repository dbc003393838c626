import Civics
import Contracts
import Crypto
import FoundationEssentials
import Hummingbird
import ServiceSupport
import Testing

@testable import Scoring

@Suite("环保码")
struct CreditCodeTests {
  @Test(arguments: [1, 14, 15, 42, 84, 106, 107, 122, 152, 180, 213, 251, 287])
  func `a square is read back by the standard, at every size`(length: Int) throws {
    let text = String((0..<length).map { Character(UnicodeScalar(UInt8(33 + $0 * 7 % 90))) })
    let code = try #require(QRCode(text))
    #expect(SquareReader.read(code.modules) == Array(text.utf8))
  }

  @Test func `what is too long is no code, and the longest that fits is one`() throws {
    #expect(QRCode(String(repeating: "长", count: 222)) != nil)
    #expect(QRCode(String(repeating: "长", count: 223)) == nil)
  }

  @Test func `error correction of a known block`() {
    // "HELLO WORLD" of version 1-M, the example of many textbooks.
    let data: [UInt8] = [32, 91, 11, 120, 209, 114, 220, 77, 67, 64, 236, 17, 236, 17, 236, 17]
    #expect(ReedSolomon.correction(of: data, count: 10) == [196, 35, 39, 119, 235, 215, 231, 226, 93, 23])
  }

  @Test func `a code shows colour and day, is verified offline by a third party, and holds nothing else`()
    async throws
  {
    let now = try Fixtures.instant(2026, 1, 6)
    try await Desk.with(at: now, profile: "lintong") { desk in
      let site = "site:610115:某砖瓦作坊"
      try await desk.take([Fixtures.inspection("1", ["SANLUANWU"], at: now, subject: site)])
      try await Counter.with(desk) { counter in
        let clerk = Person("li", "clerk")
        let path = "/v1/subjects/\(site)/code".addingPercent
        let text = try await counter.get("\(path)?format=text", as: clerk).text
        let parts = text.split(separator: " ", maxSplits: 5).map(String.init)
        #expect(parts.count == 6 && parts[0] == "ECO1" && parts[1] == "red" && parts[2] == "2026-01-06")
        #expect(parts[5] == site)
        let picture = try await counter.get(path, as: clerk)
        #expect(picture.headers[.contentType] == "image/svg+xml; charset=utf-8")
        #expect(picture.text.contains("红色 2026-01-06") && !picture.text.contains("砖瓦"))
        let keys = try await counter.get("/v1/public/code-keys", as: nil)
        #expect(keys.status == 200)
        func verify(_ code: String) throws -> Int32 {
          try Script.withFolder(["keys.json": Array(keys.text.utf8)]) {
            try Fixtures.run("verify-code", ["\($0)/keys.json", code]).code
          }
        }
        #expect(try verify(text) == 0)
        #expect(try verify(text.replacing("red", with: "green")) == 1)
        #expect(try verify(text.replacing("2026-01-06", with: "2026-01-07")) == 1)
        #expect(try verify(text.replacing("某砖瓦作坊", with: "别家")) == 1)
        #expect(try await counter.get("/v1/subjects/\(Fixtures.firm)/code", as: clerk).status == 404)
        #expect(try await counter.get(path, as: Person("li", "clerk", regions: "360000")).status == 403)
      }
    }
  }

  @Test func `codes of a former key are verified with it, and without a key none are made`() throws {
    let former = Curve25519.Signing.PrivateKey()
    let code = CreditCode(subject: Fixtures.firm, colour: .green, day: try #require(CivilDate("2026-01-06")))
    let text = try #require(try CodeSigner(former).sign(code))
    let signer = CodeSigner(Fixtures.codeKey, former: [former.publicKey])
    #expect(signer.keys.count == 2)
    #expect(text.split(separator: " ")[3] == signer.keys[1].id)
    #expect(try CodeSigner().sign(code) == nil)
  }
}
