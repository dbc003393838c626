import Postgres

/// What the statements of a body read, by PostgreSQL's own count: the truth, whatever plan was kept from before.
struct Touched: Sendable, CustomStringConvertible {
  /// Large tables that were read from end to end.
  let scanned: [String]
  /// How many rows were fetched by way of an index, by table.
  let fetched: [String: Int]

  var description: String { "scanned \(scanned), fetched \(fetched.sorted { $0.key < $1.key })" }

  /// In a transaction of its own, with the plan that the pool's sessions keep in the long run: one for all values.
  static func by(_ desk: Desk, _ body: (PostgresConnection) async throws -> Void) async throws -> Touched {
    try await desk.undone { connection in
      try await connection.execute("set local plan_cache_mode = force_generic_plan")
      return try await within(connection) { try await body(connection) }
    }
  }

  /// In the transaction under way.
  static func within(_ connection: PostgresConnection, _ body: () async throws -> Void) async throws -> Touched {
    let before = try await counts(connection)
    try await body()
    let after = try await counts(connection)
    var scanned: [String] = []
    var fetched: [String: Int] = [:]
    for (table, count) in after {
      let first = before[table] ?? (0, 0)
      if count.scanned > first.scanned { scanned.append(table) }
      if count.fetched > first.fetched { fetched[table] = Int(count.fetched - first.fetched) }
    }
    return Touched(scanned: scanned, fetched: fetched)
  }

  private static func counts(
    _ connection: PostgresConnection
  ) async throws -> [String: (scanned: Int64, fetched: Int64)] {
    let rows = try await connection.query(
      """
      select relname::text, seq_tup_read, coalesce(idx_tup_fetch, 0) from pg_stat_xact_user_tables
      where relname in ('compensation_case', 'penalty_record', 'payment', 'case_step', 'account_entry', 'suspense_item',
        'insurance_claim', 'damage_assessment', 'insurance_policy', 'fact_correction', 'crime_record', 'figure_count',
        'result_count', 'restoration_result')
      """, as: (String, Int64, Int64).self)
    return Dictionary(rows.map { ($0.0, ($0.1, $0.2)) }, uniquingKeysWith: { first, _ in first })
  }
}
