import Contracts
import FoundationEssentials
@testable import Messaging
import Postgres
import Support
import Testing

@testable import Scoring

/// What is asked and done all day goes through an index and stops where it should, over a hundred thousand subjects.
@Suite("Plans over a hundred thousand subjects")
struct PlanTests {
  static let size = 100_000

  @Test("new facts, as-of, lists and the recomputation read what they need and little more")
  func plans() async throws {
    try await Desk.with(at: try Fixtures.instant(2026, 1, 6)) { desk in
      try await FilledLedger.fill(desk, size: Self.size, facts: 4)
      try await facts(desk)
      try await asOf(desk)
      try await lists(desk)
      try await sums(desk)
    }
  }

  private func key(_ number: Int) -> String { "site:610117:填充\(number)" }

  /// A fact about one subject reads its ledger alone, however many there are.
  private func facts(_ desk: Desk) async throws {
    let now = desk.clock.now
    // Two of them, the first fills the caches of plans.
    for number in [9, 33] {
      let found = Fixtures.inspection("new \(number)", ["TEN"], at: now, subject: key(number))
      let subscription = try #require(desk.application.subscriptions.first { $0.types.contains(.inspectionRecorded) })
      let work = try await desk.runner.run { work in
        try await work.connection.execute("set local plan_cache_mode = force_generic_plan")
        return try await Touched.within(work.connection) {
          let message = try subscription.read(
            Desk.record(found, on: subscription.topic, from: Fixtures.source, offset: 0))
          try await subscription.handle([message], work)
        }
      }
      #expect(work.scanned.isEmpty && work.fetched.values.allSatisfy { $0 <= 60 }, "\(work)")
    }
    // Facts of one subject lie apart: what each new one reads of them is not looked for in the tables.
    let all = (0..<500).map(key)
    for (statement, index) in [
      (FactStore.outlinedFacts(of: all), "fact_subject"), (FactStore.outlinedLines(of: all), "fact_line_sum"),
    ] {
      let plan = try await desk.pool.query("explain \(statement)", as: String.self).joined(separator: "\n")
      #expect(plan.contains("Index Only Scan using \(index) "), "\(plan.prefix(500))")
    }
    // By the few that link a site, whichever of their two indexes seems shorter.
    let links = try await desk.pool.query("explain \(FactStore.links(of: all))", as: String.self)
    #expect(!links.contains { $0.contains("fact_subject") || $0.contains("Seq Scan") }, "\(links.joined().prefix(500))")
  }

  private func asOf(_ desk: Desk) async throws {
    let work = try await Touched.by(desk) { connection in
      let found = try await desk.application.findSubject(key(57), at: desk.clock.now, on: connection)
      #expect(found.derivation.lines.count >= 2 && found.registration?.title.contains("填充57号") == true)
    }
    #expect(work.scanned.isEmpty && work.fetched.values.allSatisfy { $0 <= 60 }, "\(work)")
  }

  private struct Listing {
    let name: String
    let index: String
    let fetched: Int
    let statement: SQL

    init(_ name: String, through index: String, fetching fetched: Int, _ change: (inout SubjectFilter) -> Void) {
      var filter = SubjectFilter(regions: ["610100"])
      change(&filter)
      (self.name, self.index, self.fetched) = (name, index, fetched)
      statement = SubjectListing(filter: filter).page(limit: 50)
    }

    init(facts name: String, through index: String, fetching fetched: Int, _ change: (inout FactFilter) -> Void) {
      var filter = FactFilter(regions: ["610100"])
      change(&filter)
      (self.name, self.index, self.fetched) = (name, index, fetched)
      statement = FactListing(filter: filter).page(limit: 50)
    }
  }

  private func lists(_ desk: Desk) async throws {
    let reach = SubjectListing.reach
    let listings = [
      Listing("the newest", through: "rating_newest", fetching: 60) { _ in },
      Listing("the oldest of a window", through: "rating_newest", fetching: 60) {
        $0.changedFrom = .distantPast
        $0.order = .oldest
      },
      Listing("a small county", through: "rating_county", fetching: 60) { $0.regions = ["610124"] },
      Listing("a colour", through: "rating_colour", fetching: 60) { $0.colours = [.red] },
      Listing("the lowest", through: "rating_score", fetching: 60) { $0.order = .score },
      Listing("from a score on", through: "rating_score", fetching: 60) {
        $0.scores = Points(50)...Points(100)
        $0.order = .score
      },
      Listing("a name", through: "subject_register_pairs", fetching: 2 * reach) { $0.title = "填充4711号" },
      Listing("what there is none of", through: "rating_newest", fetching: reach + 100) {
        $0.kinds = [.operationAgency]
      },
      Listing(facts: "the newest facts", through: "fact_newest", fetching: 60) { _ in },
      Listing(facts: "those of a subject", through: "fact_subject", fetching: 60) { $0.subject = key(21) },
      Listing(facts: "none of a source", through: "fact_newest", fetching: FactListing.reach + 100) {
        $0.source = "/none"
      },
    ]
    for listing in listings {
      let plan = try await desk.pool.query("explain \(listing.statement)", as: String.self).joined(separator: "\n")
      #expect(plan.contains(" \(listing.index) "), "\(listing.name):\n\(plan)")
      let work = try await Touched.by(desk) { try await $0.execute(listing.statement) }
      #expect(
        work.scanned.isEmpty && work.fetched.values.allSatisfy { $0 <= listing.fetched }, "\(listing.name): \(work)")
    }
  }

  /// All ledgers added up are what is stored, and their lines are read from the index that is made for it.
  private func sums(_ desk: Desk) async throws {
    let recompute = desk.application.recomputeRatings
    var key: String? = ""
    var seen = 0
    while let after = key {
      let range = try await desk.runner.read { try await recompute.pages.next(after: after, limit: 20_000, on: $0) }
      guard let range else { break }
      let page = try await desk.runner.run { try await recompute(range, work: $0) }
      #expect(page.differences.isEmpty, "\(page.differences.prefix(3))")
      seen += range.count
      key = range.through
    }
    #expect(seen >= Self.size)
    let scale = try Fixtures.scale()
    let range = SubjectRange(after: "site:610115:", through: "site:610116:", count: 0)
    let statement = LedgerSums(worth: .recorded, scale: scale, now: desk.clock.now).statement(range)
    let plan = try await desk.pool.query("explain \(statement)", as: String.self).joined(separator: "\n")
    #expect(plan.contains("Index Only Scan using fact_line_sum"), "\(plan)")
    #expect(!plan.contains("Seq Scan on fact"), "\(plan)")
  }
}
