import Civics
import Contracts
import FoundationEssentials
import Postgres
import Support
import Testing

@testable import Compensation

/// Figures add up whole spans: a year costs the same however many days, counties and cases there were in it.
@Suite("Plans of figures over a hundred thousand counters")
struct FigurePlanTests {
  @Test func `a year's figures read years and months, not days, and no case`() async throws {
    try await Desk.with(at: try Fixtures.instant(2025, 3, 3), profile: "zhenjiang") { desk in
      try await fill(desk)
      for (period, most) in [("2024", 2_000), ("2024-Q2", 4_000), ("2024-03-05/2024-11-23", 16_000)] {
        let work = try await touched(period, desk)
        #expect(work.scanned.isEmpty, "\(period): \(work)")
        let read =
          work.fetched["figure_count", default: 0] + work.fetched["result_count", default: 0]
          + work.fetched["stage_count", default: 0]
        #expect(read <= most && work.fetched["compensation_case"] == nil, "\(period): \(work)")
      }
    }
  }

  private func touched(_ period: String, _ desk: Desk) async throws -> Touched {
    var question = CaseFigureQuestion(period: try #require(FigurePeriod(period)), regions: ["321100"])
    question.grouping = .region(digits: 6)
    let asked = question
    return try await Touched.by(desk) { connection in
      _ = try await CaseFigureStore.sums(asked, on: connection)
      _ = try await ResultFigureStore.results(asked, on: connection)
      _ = try await StageFigureStore.stages(asked, on: connection)
    }
  }

  /// Two years of days in six counties, three departments and eight sources; and of results.
  private func fill(_ desk: Desk) async throws {
    let owner = try await PostgresConnection.connect(desk.schema.owner, logger: TestSchema.logger)
    try await owner.script(
      """
      create temporary table cell as
      select day::date, region, department, source, n from generate_series('2023-01-01'::date, '2024-12-31', '1 day') as day,
        unnest(array['321102', '321111', '321112', '321181', '321182', '321183']) as region,
        unnest(array['WATER', 'FORESTRY_GRASS', 'ECOLOGY_ENVIRONMENT']) as department,
        unnest(array['petition', 'penalty', 'inspection', 'media', 'crime', 'other', 'emergency', 'supervision'])
          with ordinality as own(source, n);
      insert into figure_count
      select grain, date_trunc(grain, day)::date, region, department, source, count(*), count(*), 0, 0, 0, 0, 5, 5, 0
      from cell, unnest(array['day', 'month', 'year']) as grain group by 1, 2, 3, 4, 5;
      insert into figure_count
      select 'dekad', date_trunc('month', day)::date + least((extract(day from day)::int - 1) / 10, 2) * 10, region, department,
        source, count(*), count(*), 0, 0, 0, 0, 5, 5, 0
      from cell group by 1, 2, 3, 4, 5;
      insert into result_count
      select grain, date_trunc(grain, day)::date, region, department, source, 'fish-release', 'fry', count(*)
      from cell, unnest(array['day', 'month', 'year']) as grain where n = 1 group by 1, 2, 3, 4, 5;
      analyze figure_count, result_count
      """, timeout: .seconds(300))
    await owner.close()
  }
}
