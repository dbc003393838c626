import Contracts
import FoundationEssentials
import Postgres

/// What was told about transfers to the police, inserted once and never changed.
enum CrimeStore {
  private typealias Columns = (UUID, String, String, String, String?, UUID?, Date, String?, String?, Bool)

  static func insert(_ records: [CrimeRecord], at now: Date, on connection: PostgresConnection) async throws {
    guard !records.isEmpty else { return }
    let records = records.sorted { $0.id.uuidString < $1.id.uuidString }
    try await connection.execute(
      """
      insert into crime_record (id, source, referral_number, kind, penalty_number, petition_id, at, authority, outcome,
        recorded_at)
      select *, \(now) from unnest(\(records.map(\.id)), \(records.map(\.source)), \(records.map(\.referralNumber)),
        \(records.map(\.kind)), \(records.map(\.penaltyNumber)), \(records.map(\.petitionId)), \(records.map(\.at)),
        \(records.map(\.authority)), \(records.map { $0.outcome?.rawValue }))
      on conflict do nothing
      """)
  }

  /// All that was told of some transfers, and of those that came out of some petitions.
  static func find(
    _ referrals: [(source: String, number: String)], petitions: [UUID], on connection: PostgresConnection
  ) async throws -> [CrimeRecord] {
    guard !referrals.isEmpty || !petitions.isEmpty else { return [] }
    let rows = try await connection.query(
      """
      select id, source, referral_number, kind, penalty_number, petition_id, at, authority, outcome,
        coalesce((select true from fact_correction c where c.record_id = r.id limit 1), false)
      from crime_record r
      where id = any(array(
        select c.id from crime_record c where c.petition_id = any(\(petitions))
        union select c.id from unnest(\(referrals.map(\.source)), \(referrals.map(\.number))) as p(source, number)
          cross join lateral (
            select c.id from crime_record c where c.source = p.source and c.referral_number = p.number offset 0) as c))
      order by at, id
      """, as: Columns.self)
    return try rows.map { row in
      let outcome = row.8.flatMap(CrimeOutcome.init(rawValue:))
      guard row.8 == nil || outcome != nil else { throw StoredValueError(table: "crime_record", id: row.0.lowercased) }
      return CrimeRecord(
        id: row.0, source: row.1, referralNumber: row.2, kind: row.3, penaltyNumber: row.4, petitionId: row.5,
        at: row.6, authority: row.7, outcome: outcome, isCorrected: row.9)
    }
  }

  /// The transfers that some records belong to.
  static func referrals(
    of recordIds: [UUID], on connection: PostgresConnection
  ) async throws -> [(source: String, number: String)] {
    guard !recordIds.isEmpty else { return [] }
    let rows = try await connection.query(
      "select distinct source, referral_number from crime_record where id = any(\(recordIds))",
      as: (String, String).self)
    return rows.map { ($0.0, $0.1) }
  }
}
