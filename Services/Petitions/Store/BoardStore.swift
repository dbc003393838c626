import FoundationEssentials
import Messaging
import Postgres
import ServiceKit

/// Counts the open cases, from counters that triggers keep of every change: what is read are as many rows as there are
/// places, steps and days on which clocks end, however many cases are open.
enum BoardStore {
  static func read(regions: [String], at now: Date, on connection: PostgresConnection) async throws -> Board {
    let own = RegionCondition.sql(regions)
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
      select count(*) from petition where file -> 'matter' ? 'backlog' and status <> 'archived' and \(own)
      """, as: Int.self)
    let letters = try await connection.query(
      """
      select count(*) from reminder_letter
      where status in ('issued', 'acknowledged') and \(RegionCondition.sql(regions, column: "to_region"))
      """, as: Int.self)
    return Board(
      cells: cells.sorted { ($0.region, $0.status) < ($1.region, $1.status) }, backlog: backlog.first ?? 0,
      letters: letters.first ?? 0)
  }

  /// Folds the oldest entries into the counters; days that are over leave them.
  static let fold = EntryFold(
    of: "board_entry",
    """
    insert into board_count (region, status, due_at, open)
    select region, status, due_at, sum(open)::bigint from taken group by 1, 2, 3 order by 1, 2, 3
    on conflict (region, status, due_at) do update set open = board_count.open + excluded.open
    """, tidied: "delete from board_count where open = 0")
}
