import Civics
import FoundationEssentials
import Postgres

/// Counts the open cases, from counters that triggers keep of every change: what is read are as many rows as there are
/// places, steps and days on which clocks end, however many cases are open.
enum BoardStore {
  /// How many entries one fold takes.
  static let foldLimit = 20_000

  static func read(regions: [String], at now: Date, on connection: PostgresConnection) async throws -> Board {
    let own = within(regions, "region")
    let ends = Board.ends(at: now)
    // In one statement, so that a fold meanwhile is seen wholly or not at all.
    let rows = try await connection.query(
      """
      select region, status, sum(open)::bigint,
        coalesce(sum(open) filter (where due_at < \(now)), 0)::bigint,
        coalesce(sum(open) filter (where due_at >= \(now) and due_at <= \(ends.today)), 0)::bigint,
        coalesce(sum(open) filter (where due_at >= \(now) and due_at <= \(ends.soon)), 0)::bigint
      from (
        select region, status, due_at, open from board_count
        union all
        select region, status, due_at, open from board_entry) as counted
      where \(own)
      group by region, status having sum(open) <> 0
      """, as: (String, String, Int, Int, Int, Int).self)
    let cells = rows.map { row in
      BoardCell(region: row.0, status: row.1, open: row.2, overdue: row.3, dueToday: row.4, dueSoon: row.5)
    }
    let backlog = try await connection.query(
      """
      select count(*) from petition where file -> 'matter' ? 'backlog' and status <> 'archived' and (\(own))
      """, as: Int.self)
    let letters = try await connection.query(
      """
      select count(*) from reminder_letter
      where status in ('issued', 'acknowledged') and (\(within(regions, "to_region")))
      """, as: Int.self)
    return Board(
      cells: cells.sorted { ($0.region, $0.status) < ($1.region, $1.status) }, backlog: backlog.first ?? 0,
      letters: letters.first ?? 0)
  }

  /// Folds the oldest entries into the counters. Whoever else folds is not waited for.
  /// - Returns: whether there may be more.
  static func fold(on connection: PostgresConnection) async throws -> Bool {
    let isOurs = try await connection.query(
      "select pg_try_advisory_xact_lock('board_entry'::regclass::oid::bigint)", as: Bool.self)
    guard isOurs.first == true else { return false }
    let taken = try await connection.query(
      """
      with taken as (
        delete from board_entry where id in (select id from board_entry order by id limit \(foldLimit)) returning *
      ), folded as (
        insert into board_count (region, status, due_at, open)
        select region, status, due_at, sum(open)::bigint from taken group by 1, 2, 3 order by 1, 2, 3
        on conflict (region, status, due_at) do update set open = board_count.open + excluded.open
      )
      select count(*) from taken
      """, as: Int.self)
    if taken.first != 0 { try await connection.execute("delete from board_count where open = 0") }
    return taken.first == foldLimit
  }

  private static func within(_ regions: [String], _ column: SQL) -> SQL {
    var condition: SQL = "false"
    for region in regions {
      let span = RegionSpan(region)
      condition = "\(condition) or \(column) between \(span.first) and \(span.last)"
    }
    return condition
  }
}
