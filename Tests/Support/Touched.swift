public import Postgres

/// What the statements of a body read, by PostgreSQL's own count: the truth, whatever plan was kept from before.
public struct Touched: Sendable, CustomStringConvertible {
  /// Large tables that were read from end to end.
  public let scanned: [String]
  /// How many rows were fetched by way of an index, by table.
  public let fetched: [String: Int]

  public var description: String { "scanned \(scanned), fetched \(fetched.sorted { $0.key < $1.key })" }

  /// In the transaction under way, of tables of these names (with `%` for the rest of one).
  public static func within(
    _ connection: PostgresConnection, tables: [String], _ body: () async throws -> Void
  ) async throws -> Touched {
    let before = try await counts(connection, tables)
    try await body()
    let after = try await counts(connection, tables)
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
    _ connection: PostgresConnection, _ tables: [String]
  ) async throws -> [String: (scanned: Int64, fetched: Int64)] {
    let rows = try await connection.query(
      """
      select relname::text, seq_tup_read, coalesce(idx_tup_fetch, 0) from pg_stat_xact_user_tables
      where relname like any(\(tables))
      """, as: (String, Int64, Int64).self)
    return Dictionary(rows.map { ($0.0, ($0.1, $0.2)) }, uniquingKeysWith: { first, _ in first })
  }
}
