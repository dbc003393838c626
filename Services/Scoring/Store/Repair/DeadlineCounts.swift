import FoundationEssentials
import Postgres
import ServiceKit

/// Counts the duties of credit cases that end soon and those that ran out, by the kind of procedure.
enum DeadlineCounts {
  static func read(endingBefore soon: Date, on connection: PostgresConnection) async throws -> [DeadlineCount] {
    try await connection.query(
      """
      select kind, count(*) filter (where not missed), count(*) filter (where missed)
      from (
        select kind, false as missed from credit_case where due_at < \(soon)
        union all
        select kind, true from credit_case where is_overdue) as c
      group by kind
      """, as: (String, Int, Int).self
    ).map { DeadlineCount(kind: $0.0, dueSoon: $0.1, overdue: $0.2) }
  }
}
