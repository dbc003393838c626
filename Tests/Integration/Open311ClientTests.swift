import Contracts
import Foundation
import Support
import Testing

/// A client of others' making, against the service as built.
@Suite("An existing 311 client", .serialized)
struct Open311ClientTests {
  @Test("reads services, definitions, requests and lists in both formats, and never the complainant's words")
  func client() async throws {
    try await City.with { city in
      let service = try city.start()
      try #require(try await service.becomesReady(), "\(service.lastWords)")
      let root = "http://127.0.0.1:\(service.port)/open311/v2"
      let key = try await city.token("hotline")
      for format in ["json", "xml"] {
        let client = try Sample("open311.py", [root, key, "water", "河水变黑-\(format)", "--format", format], in: city)
        #expect(try await client.ends() == 0, "\(client.printed)")
        let seen = try JSON(parsing: Array(client.printed.utf8))
        #expect(seen["services"]?.array?.count == Category.allCases.count && seen["defined"]?.string == "water")
        #expect(seen["status"]?.string == "open" && seen["status_notes"]?.string?.contains("已收到") == true)
        #expect(seen["listed"]?.bool == true && seen["number"]?.string?.contains("-360400-") == true)
        #expect(seen["description"] == .null && !client.printed.contains("河水变黑"))
      }
      let nobody = try Sample("open311.py", [root, "no-key", "water", "河水变黑"], in: city)
      #expect(try await nobody.ends() == 1 && nobody.printed.contains("api_key"), "\(nobody.printed)")
    }
  }
}
