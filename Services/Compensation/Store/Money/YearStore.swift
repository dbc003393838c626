import Contracts
import FoundationEssentials
import Postgres

/// The years of the account, and what the books say of one.
enum YearStore {
  private typealias Columns = (Int, String, String, String, Date)
  private static let columns: SQL = "year::bigint, region, status, file::text, updated_at"

  /// Keeps a year unless it is kept already.
  /// - Returns: whether it is new.
  static func insert(_ year: AccountYear, on connection: PostgresConnection) async throws -> Bool {
    let rows = try await connection.query(
      """
      insert into account_year (year, region, status, is_overdue, file, updated_at)
      values (\(Int32(clamping: year.year)), \(year.region), \(year.status.rawValue), \(year.isOverdue),
        \(PostgresJSON(year.file.json.bytes)), \(year.updatedAt))
      on conflict do nothing returning true
      """, as: Bool.self)
    return !rows.isEmpty
  }

  static func save(_ year: AccountYear, on connection: PostgresConnection) async throws {
    try await connection.execute(
      """
      update account_year set status = \(year.status.rawValue), is_overdue = \(year.isOverdue),
        file = \(PostgresJSON(year.file.json.bytes)), updated_at = \(year.updatedAt)
      where year = \(Int32(clamping: year.year))
      """)
  }

  static func find(
    _ year: Int, locked: Bool = false, on connection: PostgresConnection
  ) async throws -> AccountYear? {
    let lock: SQL = locked ? "for update" : ""
    return try await read(
      "select \(columns) from account_year where year = \(Int32(clamping: year)) \(lock)", on: connection
    ).first
  }

  /// All years, the newest first.
  static func list(on connection: PostgresConnection) async throws -> [AccountYear] {
    try await read("select \(columns) from account_year order by year desc limit 200", on: connection)
  }

  /// The newest year that is closed: nothing may be booked in it or before.
  static func newestClosed(on connection: PostgresConnection) async throws -> Int? {
    try await connection.query(
      "select max(year)::bigint from account_year where status <> 'ended'", as: Int?.self
    ).first ?? nil
  }

  /// The years before this one that have entries and are not kept yet.
  static func unkept(before year: Int, on connection: PostgresConnection) async throws -> [Int] {
    try await connection.query(
      """
      select distinct year::bigint from (
        select year from account_total union all select year from account_delta) as booked
      where year < \(Int32(clamping: year)) and not exists (select from account_year y where y.year = booked.year)
      order by 1
      """, as: Int.self)
  }

  /// Waits until nobody books, and keeps everybody out until the transaction ends.
  static func holdBooks(on connection: PostgresConnection) async throws {
    _ = try await connection.query("select count(pg_advisory_xact_lock(account_lock()))", as: Int.self)
  }

  private static func read(_ statement: SQL, on connection: PostgresConnection) async throws -> [AccountYear] {
    try await connection.query(statement, as: Columns.self).map { row in
      guard let status = AccountYear.Status(rawValue: row.2) else {
        throw StoredValueError(table: "account_year", id: "\(row.0)")
      }
      let file = try AccountYearFile(json: try JSON(parsing: Array(row.3.utf8), limits: .storedFile), path: "file")
      return AccountYear(year: row.0, region: row.1, status: status, file: file, updatedAt: row.4)
    }
  }
}
