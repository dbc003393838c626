import Contracts
import FoundationEssentials
import Postgres

/// When an obligor broke the law before: penalties decided and compensation cases filed, as far as this service was told.
enum EarlierActs {
  /// The latest of them before a case was opened, without the case's own penalty case.
  static func find(
    before compensation: CompensationCase, of subject: String?, on connection: PostgresConnection
  ) async throws -> [Date] {
    guard let subject else { return [] }
    let penalty = compensation.penalty
    let decided = try await connection.query(
      """
      select at from penalty_record r
      where subject = \(subject) and kind = \(PenaltyRecord.decided) and at < \(compensation.openedAt)
        and (penalty_source, penalty_number) is distinct from (\(penalty?.source as String?), \(penalty?.number as String?))
        and (select true from fact_correction c where c.record_id = r.id limit 1) is null
        and detail->>'decision' is distinct from \(PenaltyDecisionKind.noPenalty.rawValue)
      order by at desc limit 8
      """, as: Date.self)
    let filed = try await connection.query(
      """
      select opened_at from compensation_case
      where subject = \(subject) and filed_at is not null and opened_at < \(compensation.openedAt)
        and id <> \(compensation.id)
      order by opened_at desc limit 8
      """, as: Date.self)
    return (decided + filed).sorted(by: >)
  }
}
