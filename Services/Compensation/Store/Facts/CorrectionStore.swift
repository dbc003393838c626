import Contracts
import FoundationEssentials
import Postgres

/// What was taken back, inserted once and never changed.
enum CorrectionStore {
  static func insert(
    _ corrections: [FactCorrection], at now: Date, on connection: PostgresConnection
  ) async throws {
    guard !corrections.isEmpty else { return }
    let corrections = corrections.sorted { $0.id.uuidString < $1.id.uuidString }
    try await connection.execute(
      """
      insert into fact_correction (id, record_id, source, correction_id, corrected_fact_id, reason, fact_codes, at,
        recorded_at)
      select id, record_id, source, correction_id, corrected_fact_id, reason,
        array(select jsonb_array_elements_text(codes)), at, \(now)
      from unnest(\(corrections.map(\.id)), \(corrections.map(\.fact.recordId)), \(corrections.map(\.fact.source)),
        \(corrections.map(\.correctionId)), \(corrections.map(\.fact.factId)), \(corrections.map(\.reason.rawValue)),
        \(corrections.map { PostgresJSON(JSON.array($0.factCodes.map(JSON.string)).bytes) }), \(corrections.map(\.at)))
        as n(id, record_id, source, correction_id, corrected_fact_id, reason, codes, at)
      on conflict do nothing
      """)
  }

  /// What was taken back of these records.
  static func find(_ recordIds: Set<UUID>, on connection: PostgresConnection) async throws -> [FactCorrection] {
    guard !recordIds.isEmpty else { return [] }
    let rows = try await connection.query(
      """
      select source, corrected_fact_id, correction_id, reason, fact_codes, at from fact_correction
      where record_id = any(\(Array(recordIds))) order by at, id
      """, as: (String, String, String, String, [String], Date).self)
    return try rows.map { row in
      guard let reason = CorrectionReason(rawValue: row.3) else {
        throw StoredValueError(table: "fact_correction", id: row.2)
      }
      return FactCorrection(
        fact: FactIdentity(source: row.0, factId: row.1), correctionId: row.2, reason: reason, factCodes: row.4,
        at: row.5)
    }
  }
}
