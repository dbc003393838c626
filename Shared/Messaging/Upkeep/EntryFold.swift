public import Postgres

/// One fold of counters: what changes is appended to a table of entries by whoever changes it, so that no two transactions
/// wait for a counter, and the oldest entries are added to the counters later. What is counted is the sum of both.
public struct EntryFold: Sendable {
  /// How many entries one fold takes.
  public static let limit = 20_000

  /// The spans that a row of `taken` with a `day` is folded into: their grains and first days.
  public static let grains: SQL = """
    values ('day', taken.day),
      ('dekad', date_trunc('month', taken.day)::date + least((extract(day from taken.day)::int - 1) / 10, 2) * 10),
      ('month', date_trunc('month', taken.day)::date), ('year', date_trunc('year', taken.day)::date)
    """

  private let entries: SQL
  private let folded: SQL
  private let tidied: SQL?

  /// - Parameters:
  ///   - entries: the table of entries, which are numbered by `id`.
  ///   - folded: the statement that adds the rows of `taken` to the counters.
  ///   - tidied: what is done to the counters after that; nil for nothing.
  public init(of entries: SQL, _ folded: SQL, tidied: SQL? = nil) {
    self.entries = entries
    self.folded = folded
    self.tidied = tidied
  }

  /// Folds the oldest entries. Whoever else folds is not waited for.
  /// - Returns: whether there may be more.
  public func callAsFunction(on connection: PostgresConnection) async throws -> Bool {
    let isOurs = try await connection.query(
      "select pg_try_advisory_xact_lock('\(entries)'::regclass::oid::bigint)", as: Bool.self)
    guard isOurs.first == true else { return false }
    let taken = try await connection.query(
      """
      with taken as (
        delete from \(entries) where id in (select id from \(entries) order by id limit \(Self.limit)) returning *
      ), folded as (\(folded))
      select count(*) from taken
      """, as: Int.self)
    if let tidied, taken.first != 0 { try await connection.execute(tidied) }
    return taken.first == Self.limit
  }
}
