import Civics
import Postgres
import ServiceKit

/// Which enterprises are insured.
enum CoverStore {
  /// The cover of some enterprises on a day and after; whoever has no policy is told so.
  static func covers(
    of holders: [String], on day: CivilDate, on connection: PostgresConnection
  ) async throws -> [String: EnterpriseCover] {
    guard !holders.isEmpty else { return [:] }
    let policies = try await PolicyStore.policies(ofHolders: holders, from: day, on: connection)
    let held = Dictionary(grouping: policies) { $0.form.holder ?? "" }
    return Dictionary(
      Set(holders).map { ($0, EnterpriseCover(holder: $0, day: day, policies: held[$0] ?? [])) },
      uniquingKeysWith: { first, _ in first })
  }

  /// How many enterprises are insured on a day, by county.
  static func counts(
    in regions: [String], on day: CivilDate, on connection: PostgresConnection
  ) async throws -> [CoverCount] {
    guard !regions.isEmpty else { return [] }
    let rows = try await connection.query(
      """
      select region, count(distinct holder) from insurance_policy
      where holder is not null and from_day <= \(day.description)::date and through_day >= \(day.description)::date
        and \(RegionCondition.sql(regions))
      group by region order by region
      """, as: (String, Int64).self)
    return rows.map { CoverCount(region: $0.0, insured: $0.1) }
  }
}
