import Contracts
import FoundationEssentials
import Testing

@Suite("UUIDs as text")
struct UUIDTextTests {
  @Test("either case is read, and written in lower case")
  func reading() throws {
    let text = "0b0e6ad2-1111-4222-8333-4444555566ff"
    for spelled in [text, text.uppercased()] { #expect(UUID(text: spelled)?.lowercased == text) }
    for _ in 0..<1_000 {
      let random = UUID()
      #expect(UUID(text: random.uuidString) == random && UUID(text: random.lowercased) == random)
    }
  }

  @Test(
    "what only a scanner takes for one is none",
    arguments: [
      "+b0e6ad2-1111-4222-8333-444455556666", " b0e6ad2-1111-4222-8333-444455556666",
      "0x0e6ad2-1111-4222-8333-444455556666", "0b0e6ad2-1111-4222-8333-44445555666 ",
      "0b0e6ad2-1111-4222-8333-44445555666", "0b0e6ad2-1111-4222-8333-4444555566660",
      "0b0e6ad211114222-8333-4444-555566667", "0b0e6ad2_1111-4222-8333-444455556666",
      "0b0e6ad2-1111-4222-8333-44445555666g", "0b0e6ad2-1111-4222-8333-4444555566é", "",
    ])
  func refusing(_ text: String) { #expect(UUID(text: text) == nil) }
}
