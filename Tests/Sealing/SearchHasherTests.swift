import Sealing
import Testing

@Suite("Search by keyed hash")
struct SearchHasherTests {
  @Test("The hash is HMAC-SHA256 of the text")
  func vector() throws {
    // RFC 4231, test case 6: a key of 131 bytes 0xAA.
    let hasher = try SearchHasher(key: [UInt8](repeating: 0xAA, count: 131))
    let hash = hasher.hash("Test Using Larger Than Block-Size Key - Hash Key First")
    #expect(hash.prefix(4) == [0x60, 0xE4, 0x31, 0x59])
    #expect(hash.suffix(4) == [0x0E, 0xE3, 0x7F, 0x54])
  }

  @Test("One text has one hash under one key, and another under another")
  func keyed() throws {
    let one = try SearchHasher(base64: "QUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUE=\n")
    let other = try SearchHasher(key: [UInt8](repeating: 0x42, count: 32))
    #expect(one.hash("13800000000") == one.hash("13800000000"))
    #expect(one.hash("13800000000").count == 32)
    #expect(one.hash("13800000000") != one.hash("13800000001"))
    #expect(one.hash("13800000000") != other.hash("13800000000"))
  }

  @Test("A short key is refused")
  func short() {
    #expect(throws: SealingError.self) { try SearchHasher(key: [UInt8](repeating: 1, count: 31)) }
    #expect(throws: SealingError.self) { try SearchHasher(base64: "QUFB") }
    #expect(throws: SealingError.self) { try SearchHasher(base64: "*") }
  }
}
