import Contracts
import FoundationEssentials
import Messaging
import Postgres
import Support
import Testing

@testable import Compensation

/// What is asked all day goes through an index and stops where it should, over a hundred thousand cases.
@Suite("Plans over a hundred thousand cases")
struct CasePlanTests {
  static let size = 100_000

  /// A list, the index it must go through, and how many rows it may fetch.
  private struct Listing {
    let name: String
    let index: String
    let fetched: Int
    let filter: CaseFilter

    init(_ name: String, through index: String, fetching fetched: Int, _ change: (inout CaseFilter) -> Void) {
      self.name = name
      self.index = index
      self.fetched = fetched
      var filter = CaseFilter(regions: ["350600"])
      change(&filter)
      self.filter = filter
    }
  }

  @Test func `lists and gates read what they show and little more`() async throws {
    let now = try Fixtures.instant(2026, 1, 6)
    try await Desk.with(at: now) { desk in
      try await fill(desk, now)
      try await lists(desk, now)
      try await gates(desk)
    }
  }

  /// Copies of one filed case, spread over four years, five counties and all stages.
  private func fill(_ desk: Desk, _ now: Date) async throws {
    try await desk.take([Fixtures.filing("罚1", at: now)])
    try await desk.step(Check(damaged: true), on: try await desk.onlyCase().id)
    let stages = CompensationStatus.allCases.map(\.rawValue)
    _ = try await desk.pool.withConnection { connection in
      try await connection.execute(
        """
        insert into compensation_case (id, number, region, subject, status, clue_source, penalty_source, penalty_number,
          correlation, opened_at, filed_at, is_overdue, sequence, file, updated_at, version, department, key_case, due_at)
        select gen_random_uuid(), 'C' || i, (array['350602', '350603', '350681', '350622', '350623'])[1 + i % 5],
          case when i % 50 = 0 then 'uscc:91350100M000100Y43' else 'uscc:' || i end,
          (\(stages))[1 + i % \(stages.count)], 'penalty', '/enforcement/' || i % 3, '号' || i, correlation,
          opened_at - i * interval '20 minutes', filed_at, i % 1000 = 0, 1, file, updated_at, 1,
          case when i % 7 = 0 then 'WATER' else 'ECOLOGY_ENVIRONMENT' end,
          case when i % 1000 = 1 then 'city' end, case when i % 3 = 0 then opened_at + i * interval '1 minute' end
        from compensation_case, generate_series(1, \(CasePlanTests.size)) as i
        """)
    }
    let owner = try await PostgresConnection.connect(desk.schema.owner, logger: TestSchema.logger)
    try await owner.script("analyze compensation_case", timeout: .seconds(120))
    await owner.close()
  }

  private func lists(_ desk: Desk, _ now: Date) async throws {
    let deep = CaseMark(instant: now.addingTimeInterval(-700 * 86_400), entry: 30_000)
    let listings = [
      Listing("the newest", through: "compensation_case_opened", fetching: 60) { _ in },
      Listing("a late page", through: "compensation_case_opened", fetching: 60) { $0.after = deep },
      Listing("the oldest of a window", through: "compensation_case_opened", fetching: 60) {
        $0.openedFrom = now.addingTimeInterval(-710 * 86_400)
        $0.order = .oldest
      },
      Listing("a county", through: "compensation_case_county", fetching: 60) { $0.regions = ["350681"] },
      Listing("a stage", through: "compensation_case_status", fetching: 60) { $0.statuses = [.negotiation] },
      Listing("a subject", through: "compensation_case_subject", fetching: 60) { $0.subject = Fixtures.firm },
      Listing("a department", through: "compensation_case_department", fetching: 60) { $0.department = "WATER" },
      Listing("key cases", through: "compensation_case_key", fetching: 200) { $0.keyLevel = .city },
      Listing("overdue", through: "compensation_case_overdue", fetching: 200) { $0.isOverdue = true },
      Listing("what is due", through: "compensation_case_due", fetching: 60) { $0.order = .due },
      Listing("a number", through: "compensation_case_number", fetching: 10) { $0.number = "C77" },
      Listing("a penalty case", through: "compensation_case_penalty_number", fetching: 10) {
        $0.penaltyNumber = "号77"
      },
      // Nothing fits, and still no more is looked at than one page's reach.
      Listing("what there is none of", through: "compensation_case_opened", fetching: CaseListing.reach + 100) {
        $0.sources = [.crime]
        $0.hasNoObligor = true
      },
    ]
    for listing in listings {
      let statement = CaseListing(filter: listing.filter).page(limit: 50)
      let plan = try await desk.pool.query("explain \(statement)", as: String.self).joined(separator: "\n")
      #expect(plan.contains(" \(listing.index) "), "\(listing.name):\n\(plan)")
      let work = try await Touched.by(desk) { try await $0.execute(statement) }
      #expect(
        work.scanned.isEmpty && work.fetched["compensation_case", default: 0] <= listing.fetched,
        "\(listing.name): \(work)")
    }
  }

  private func gates(_ desk: Desk) async throws {
    let work = try await Touched.by(desk) { connection in
      let answer = try await desk.application.askGates("号4711", source: nil, at: desk.clock.now, on: connection)
      #expect(answer.cases.count == 1)
    }
    #expect(work.scanned.isEmpty && work.fetched.values.allSatisfy { $0 <= 2 }, "\(work)")
  }
}
