import Contracts
import Messaging
import Postgres
import Testing

@testable import Petitions

/// What suggestions read, counted in pages: the same for a thousand petitions as for a hundred thousand.
@Suite("Cost of suggestions")
struct SuggestionCostTests {
  @Test func `suggestions read from the index alone, and no more when a hundred times as much is stored`() async throws
  {
    try await Desk.with(at: try Fixtures.instant(2024, 2, 15)) { desk in
      // The worst case: half of all petitions share one trait, a hotline's own number, and the rest have theirs alone.
      let hot = Trait(.person, hash: Array(repeating: 1, count: 32))
      let rare = Trait(.site, hash: Array(repeating: 2, count: 32))
      func store(_ entries: ClosedRange<Int64>) async throws {
        try await desk.pool.execute(
          """
          insert into petition_trait (trait, entry)
          select case when entry % 2 = 0 then \(hot.key) else entry end, entry
          from generate_series(\(entries.lowerBound), \(entries.upperBound)) entry
          """)
      }
      func plan() async throws -> [String] {
        let statement = TraitStore.statement(sharing: [hot, rare], limit: SuggestRelations.candidates)
        return try await desk.pool.query("explain (analyze, buffers, costs off) \(statement)", as: String.self)
      }
      try await store(1...1_000)
      let few = try #require(pages(try await plan()))
      try await store(1_001...100_000)
      let plan = try await plan()
      #expect(plan.contains { $0.contains("Index Only Scan Backward using petition_trait_pkey") }, "\(plan)")
      #expect(!plan.contains { $0.contains("Seq Scan on petition_trait") || $0.contains("Sort") })
      let many = try #require(pages(plan))
      // An index of a hundred times as many entries is one level deeper; each trait goes down once. Entries not yet seen by
      // vacuum cost a look at the table.
      #expect(many <= few + 60, "\(few) pages before, \(many) after")
      #expect(
        try await desk.runner.read { try await TraitStore.sharing([hot, rare], limit: 50, on: $0) }.count == 50)
    }
  }

  /// The pages that the topmost line of a plan says were read.
  private func pages(_ plan: [String]) -> Int? {
    guard let line = plan.first(where: { $0.contains("Buffers:") }) else { return nil }
    return line.split { !$0.isNumber }.compactMap { Int($0) }.reduce(0, +)
  }
}
