import Contracts
import FoundationEssentials
import Messaging
import Postgres
import Support
import Testing

@testable import Scoring

@Suite("Lists of inspections over a hundred thousand rows")
struct InspectionListPlanTests {
  private static let size = 100_000

  @Test func `each page goes through an index and stops when it is full`() async throws {
    try await Desk.with(at: try Fixtures.instant(2026, 1, 6)) { desk in
      try await fill(desk)
      var place = EntryPlace(regions: ["610100"])
      try await check(desk, UnitStore.listing(place, isActive: true, isEmitting: true), reading: "supervised_unit")
      place.after = 60_000
      try await check(desk, PlanStore.listing(place, colour: .green, mode: nil), reading: "inspection_plan")
      place = EntryPlace(regions: ["610115"])
      try await check(desk, PlanStore.listing(place, colour: nil, mode: .offSiteFirst), reading: "inspection_plan")
      // What there is none of costs no more than the reach, and says where to go on.
      let rare = PlanStore.listing(EntryPlace(regions: ["000000"]), colour: .red, mode: nil)
      let page = try await desk.runner.read { try await PlanStore.list(rare, on: $0) }
      #expect(page.rows.isEmpty && page.next == Int64(EntryListing.reach))
    }
  }

  private func fill(_ desk: Desk) async throws {
    let owner = try await PostgresConnection.connect(desk.schema.owner, logger: TestSchema.logger)
    try await owner.execute(
      """
      insert into supervised_unit (subject, region, inspection_class, groups, trades, daily_emission, is_active, version,
        updated_at)
      select 'site:610115:填充' || n, '6101' || lpad((2 + n % 20)::text, 2, '0'), 'key', '{}', '{}', n, true, 1, now()
      from generate_series(1, \(Self.size)) n
      """, timeout: .seconds(120))
    try await owner.execute(
      """
      insert into inspection_plan (subject, region, colour, per_year, mode, reasons, rule, pack, pack_sha256, updated_at)
      select subject, region, 'green', '1', 'off-site-first', '{colour}', 'r', 'p', 's', now()
      from supervised_unit order by entry
      """, timeout: .seconds(120))
    for table in ["supervised_unit", "inspection_plan"] {
      try await owner.execute("vacuum analyze \(identifier: table)", timeout: .seconds(120))
    }
    await owner.close()
  }

  /// No table is read from end to end and nothing is sorted: fifty rows are read to show fifty.
  private func check(_ desk: Desk, _ listing: EntryListing, reading table: String) async throws {
    let plan = try await desk.pool.query("explain (analyze, timing off) \(listing.page("entry"))", as: String.self)
      .joined(separator: "\n")
    #expect(!plan.contains("Seq Scan") && !plan.contains("Sort"), "\(plan)")
    #expect(plan.contains("Index Scan") && plan.contains(table), "\(plan)")
    let rows = plan.matches(of: /rows=([0-9]+) loops=/).compactMap { Int($0.output.1) }
    #expect(rows.allSatisfy { $0 <= 60 }, "\(plan)")
  }
}
