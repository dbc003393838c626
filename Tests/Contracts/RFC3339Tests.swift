import Contracts
import FoundationEssentials
import Testing

@Suite("Instants")
struct RFC3339Tests {
  @Test(
    "Texts of one instant are one instant",
    arguments: [
      "2024-02-15T08:30:00Z", "2024-02-15t08:30:00z", "2024-02-15 08:30:00Z", "2024-02-15T16:30:00+08:00",
      "2024-02-15T03:00:00.000-05:30", "2024-02-15T08:30:00.0000000001Z", "2024-02-15T08:29:60Z",
    ])
  func same(text: String) {
    #expect(RFC3339.date(from: text) == Date(timeIntervalSince1970: 1_707_985_800))
  }

  @Test(
    "What is no instant is refused",
    arguments: [
      "", "2024-02-15", "2024-02-15T08:30:00", "2024-02-30T08:30:00Z", "2023-02-29T00:00:00Z", "2024-13-01T00:00:00Z",
      "2024-00-10T00:00:00Z", "2024-01-00T00:00:00Z", "2024-01-01T24:00:00Z", "2024-01-01T00:60:00Z",
      "2024-01-01T00:00:61Z", "2024-01-01T00:00:00.Z", "2024-01-01T00:00:00+24:00", "2024-01-01T00:00:00+0800",
      "0000-01-01T00:00:00Z", "20240-01-01T00:00:00Z", "2024-01-01T00:00:00Zx", "２024-01-01T00:00:00Z",
    ])
  func refused(text: String) {
    #expect(RFC3339.date(from: text) == nil)
  }

  @Test("Instants are written in UTC with no more digits than needed")
  func written() {
    #expect(RFC3339.text(of: Date(timeIntervalSince1970: 1_707_985_800)) == "2024-02-15T08:30:00Z")
    #expect(RFC3339.text(of: Date(timeIntervalSince1970: 1_707_985_800.25)) == "2024-02-15T08:30:00.25Z")
    #expect(RFC3339.text(of: Date(timeIntervalSince1970: -0.000001)) == "1969-12-31T23:59:59.999999Z")
    #expect(RFC3339.text(of: .distantFuture).hasPrefix("4001-01-01"))
    #expect(RFC3339.text(of: Date(timeIntervalSince1970: .infinity)) == "9999-12-31T23:59:59Z")
    #expect(RFC3339.text(of: Date(timeIntervalSince1970: .nan)).count >= 20)
  }

  @Test("Microseconds and leap days come back as they went")
  func roundTrip() throws {
    for day in stride(from: -80_000.0, through: 80_000, by: 61) {
      let text = RFC3339.text(of: Date(timeIntervalSince1970: day * 86_400 + 43_199.123456))
      let date = try #require(RFC3339.date(from: text))
      #expect(RFC3339.text(of: date) == text)
    }
    #expect(RFC3339.date(from: "2024-02-29T00:00:00Z") != nil)
    #expect(RFC3339.date(from: "1900-02-29T00:00:00Z") == nil)
  }
}
