import FoundationEssentials
import Postgres
import ServiceKit

/// Counts the clocks of cases that end soon and those that ran out, by the cases' stage; and insurers' periods that ran out.
enum DeadlineCounts {
  static func read(endingBefore soon: Date, on connection: PostgresConnection) async throws -> [DeadlineCount] {
    try await connection.query(
      """
      select status, count(*) filter (where not missed), count(*) filter (where missed)
      from (
        select status, false as missed from compensation_case where due_at < \(soon)
        union all
        select status, true from compensation_case where is_overdue
        union all
        select 'insurance', true from insurance_claim where is_overdue) as c
      group by status
      """, as: (String, Int, Int).self
    ).map { DeadlineCount(kind: $0.0, dueSoon: $0.1, overdue: $0.2) }
  }
}
