import Contracts
import FoundationEssentials
import Messaging
import Postgres
import Testing

@testable import Petitions

/// Ten thousand people, or one program, send the same words: each is a petition of its own, linked with the first, and the
/// first grows by none of them.
@Suite("Ten thousand equal complaints", .serialized)
struct EqualComplaintsTests {
  private static let size = 10_000
  private static let batch = 500
  private static let words = "土堆越过红线压坏了镇里的污水管网和处理厂,请尽快处理"

  @Test func `each is linked with the first, whose row, file and history do not grow with them`() async throws {
    try await Desk.with(at: try Fixtures.instant(2024, 2, 15)) { desk in
      try await take(0..<1, desk)
      let first = try #require(try await desk.petition("0"))
      var sizes: [Int] = []
      var rows: [String] = []
      let began = ContinuousClock.now
      for start in stride(from: 1, to: Self.size, by: Self.batch) {
        try await take(start..<min(start + Self.batch, Self.size), desk)
        sizes.append(try await desk.count("select pg_column_size(file) from petition where id = \(first.id)"))
        rows += try await desk.pool.query(
          "select xmin::text || ctid::text from petition where id = \(first.id)", as: String.self)
      }
      print("\(Self.size) equal complaints taken in and linked in \(ContinuousClock.now - began)")
      #expect(try await desk.count("select count(*) from petition") == Self.size, "none is dropped")
      #expect(
        try await desk.count(
          """
          select count(*) from petition_relation a join petition_relation b
            on b.petition_id = a.other_id and b.other_id = a.petition_id
          where a.petition_id = \(first.id)
          """) == Self.size - 1, "each from both sides")
      // Declared backlog with the first batch, and then left alone.
      #expect(Set(sizes).count == 1 && Set(rows).count == 1, "\(sizes) \(Set(rows))")
      let told = try await desk.told(.petitions).filter { $0.key == first.id.lowercased && $0.data["relation"] != nil }
      #expect(told.count == rows.count, "one event for all that came at once")
      #expect(
        try told.reduce(0) { $0 + 1 + (try PetitionRelated(json: $1.data).others ?? 0) } == Self.size - 1)
      #expect(
        try await desk.count("select count(*) from petition_step where entry = \(first.entry)") <= 3,
        "its history names no more once it counts no further")
      let now = try #require(try await desk.petition("0"))
      #expect(now.repeats == Matter.mostCounted && now.version == first.version + 1)
      #expect(try await desk.petition("\(Self.size - 1)")?.repeats == Matter.mostCounted)
      let page = try await desk.runner.read { try await ListRelations()(of: first.id, after: nil, on: $0) }
      #expect(page.count == ListRelations.most)
    }
  }

  private func take(_ numbers: Range<Int>, _ desk: Desk) async throws {
    try await desk.take(
      numbers.map { number in
        let complaint = Fixtures.complaint(
          "\(number)", content: Self.words, reporter: Reporter(phone: "139\(10_000_000 + number)"))
        return Fixtures.record(complaint, id: "e-\(number)", offset: Int64(number))
      })
    try await desk.fireTimers()
  }
}
