import FoundationEssentials
import Postgres
import ServiceKit

/// Counts the clocks of petitions that end soon, and those that ran out and are not made good, by the petitions' step.
enum DeadlineCounts {
  static func read(endingBefore soon: Date, on connection: PostgresConnection) async throws -> [DeadlineCount] {
    try await connection.query(
      """
      select p.status, count(*) filter (where not c.missed), count(*) filter (where c.missed)
      from (
        select entry, false as missed from petition_clock where due_at < \(soon)
        union all
        select entry, true from petition_clock where missed_at is not null) as c
      join petition p using (entry) group by p.status
      """, as: (String, Int, Int).self
    ).map { DeadlineCount(kind: $0.0, dueSoon: $0.1, overdue: $0.2) }
  }
}
