import Civics
import FoundationEssentials
import Postgres

/// Counts the open cases. What is counted are entries of narrow indexes; only the few that are late or soon due are looked
/// up, so that the answer takes as long as there is work to do, however much is stored.
enum BoardStore {
  /// As the partial index has it, word for word.
  private static let open: SQL = "status not in ('archived', 'final', 'merged', 'refused')"

  static func read(regions: [String], at now: Date, on connection: PostgresConnection) async throws -> Board {
    let own = within(regions, "region")
    let ends = Board.ends(at: now)
    let all = try await connection.query(
      "select region, status, count(*) from petition where \(open) and (\(own)) group by region, status",
      as: (String, String, Int).self)
    var cells: [String: BoardCell] = [:]
    for row in all { cells[row.0 + row.1] = BoardCell(region: row.0, status: row.1, open: row.2) }
    // Each is looked up by its key: a join of the planner's choice might read all there are.
    let near = try await connection.query(
      """
      select p.region, p.status, count(*) filter (where late), count(*) filter (where not late and today),
        count(*) filter (where not late)
      from (
        select entry, true as late, false as today from petition_clock where missed_at is not null
        union all
        select entry, due_at < \(now), due_at <= \(ends.today) from petition_clock
        where due_at <= \(ends.soon) and missed_at is null) as c
      cross join lateral (
        select region, status from petition where petition.entry = c.entry and \(open) and (\(own)) offset 0) as p
      group by p.region, p.status
      """, as: (String, String, Int, Int, Int).self)
    for row in near {
      cells[row.0 + row.1]?.overdue = row.2
      cells[row.0 + row.1]?.dueToday = row.3
      cells[row.0 + row.1]?.dueSoon = row.4
    }
    let backlog = try await connection.query(
      "select count(*) from petition where file -> 'matter' ? 'backlog' and status <> 'archived' and (\(own))",
      as: Int.self)
    let letters = try await connection.query(
      """
      select count(*) from reminder_letter
      where status in ('issued', 'acknowledged') and (\(within(regions, "to_region")))
      """, as: Int.self)
    return Board(
      cells: cells.values.sorted { ($0.region, $0.status) < ($1.region, $1.status) }, backlog: backlog.first ?? 0,
      letters: letters.first ?? 0)
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
