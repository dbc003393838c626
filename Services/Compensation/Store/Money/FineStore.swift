import Contracts
import FoundationEssentials
import Postgres

/// The fines that the penalty systems have told.
enum FineStore {
  /// The newest of each kind for one penalty case, in fen.
  static func fines(of penalty: PenaltyCase, on connection: PostgresConnection) async throws -> [FineBasis: Int64] {
    let rows = try await connection.query(
      """
      select (detail->>'discretionFen')::bigint, (detail->>'proposedFineFen')::bigint,
        case when kind = 'penalty.decided' then (detail->>'fineFen')::bigint end
      from penalty_record r where penalty_source = \(penalty.source) and penalty_number = \(penalty.number)
        and (select true from fact_correction c where c.record_id = r.id limit 1) is null
      order by at, id limit 1000
      """, as: (Int64?, Int64?, Int64?).self)
    var fines: [FineBasis: Int64] = [:]
    for row in rows {
      if let fine = row.0 { fines[.discretion] = fine }
      if let fine = row.1 { fines[.planned] = fine }
      if let fine = row.2 { fines[.decided] = fine }
    }
    return fines
  }
}
