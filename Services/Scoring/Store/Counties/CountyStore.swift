import Civics
import Contracts
import FoundationEssentials
import Postgres
import ServiceKit

/// Compensation cases by county, and how many of them count.
enum CountyStore {
  /// Adds what events say of cases; what is known already stays, so that their order does not matter.
  static func add(_ cases: [CountyCase], on connection: PostgresConnection) async throws {
    guard !cases.isEmpty else { return }
    try await connection.execute(
      """
      insert into county_case as known (case_id, case_number, county, clue_source, clue_at, closed_at, outcome)
      select * from unnest(\(cases.map(\.caseId)), \(cases.map(\.caseNumber)), \(cases.map(\.county)),
        \(cases.map(\.clueSource?.rawValue)), \(cases.map(\.clueAt)), \(cases.map(\.closedAt)),
        \(cases.map(\.outcome?.rawValue)))
      on conflict (case_id) do update set clue_source = coalesce(known.clue_source, excluded.clue_source),
        clue_at = coalesce(known.clue_at, excluded.clue_at), closed_at = coalesce(known.closed_at, excluded.closed_at),
        outcome = coalesce(known.outcome, excluded.outcome)
      """)
  }

  /// What counts for each county of a division in a span of time; counties without anything are left out.
  static func counts(
    in regions: [String], from start: Date, to end: Date, selfScreened: [ClueSource],
    on connection: PostgresConnection
  ) async throws -> [CountyCounts] {
    let within = RegionCondition.sql(regions, column: "county")
    let sources = selfScreened.map(\.rawValue)
    return try await connection.query(
      """
      select county, sum(screened)::bigint, sum(closed)::bigint from (
        select county, 1 as screened, 0 as closed from county_case
        where clue_at >= \(start) and clue_at < \(end) and clue_source = any(\(sources)) and \(within)
        union all
        select county, 0, 1 from county_case where closed_at >= \(start) and closed_at < \(end) and \(within)
      ) as counted group by county order by county
      """, as: (String, Int, Int).self
    ).map { CountyCounts(county: $0.0, selfScreened: $0.1, selfHandledClosed: $0.2) }
  }

  /// The cases behind a county's counts, by number.
  static func cases(
    of county: String, from start: Date, to end: Date, after: String, limit: Int, on connection: PostgresConnection
  ) async throws -> [CountyCase] {
    try await connection.query(
      """
      select case_id, case_number, county, clue_source, clue_at, closed_at, outcome from county_case
      where county = \(county) and case_number > \(after)
        and ((clue_at >= \(start) and clue_at < \(end)) or (closed_at >= \(start) and closed_at < \(end)))
      order by case_number limit \(limit)
      """, as: (UUID, String, String, String?, Date?, Date?, String?).self
    ).map {
      CountyCase(
        caseId: $0.0, caseNumber: $0.1, county: $0.2, clueSource: $0.3.flatMap(ClueSource.init(rawValue:)),
        clueAt: $0.4, closedAt: $0.5, outcome: $0.6.flatMap(CompensationOutcome.init(rawValue:)))
    }
  }
}
