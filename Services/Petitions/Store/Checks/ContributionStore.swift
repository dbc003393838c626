import FoundationEssentials
import Postgres

/// What others bring to the chance of monthly checks; the check itself must be locked by whoever writes.
enum ContributionStore {
  static func insert(_ contribution: Contribution, to check: UUID, on connection: PostgresConnection) async throws {
    try await connection.execute(
      """
      insert into monthly_check_contribution (check_id, contributor, commitment, committed_at)
      values (\(check), \(contribution.contributor), \(contribution.commitment), \(contribution.committedAt))
      """)
  }

  static func save(_ contribution: Contribution, of check: UUID, on connection: PostgresConnection) async throws {
    try await connection.execute(
      """
      update monthly_check_contribution
      set seed = \(contribution.seed as String?), revealed_at = \(contribution.revealedAt as Date?)
      where check_id = \(check) and contributor = \(contribution.contributor)
      """)
  }

  /// Those of a check, in the order in which they committed.
  static func list(of check: UUID, on connection: PostgresConnection) async throws -> [Contribution] {
    try await connection.query(
      """
      select contributor, commitment, committed_at, seed, revealed_at from monthly_check_contribution
      where check_id = \(check) order by committed_at, contributor
      """, as: (String, String, Date, String?, Date?).self
    ).map { Contribution(contributor: $0.0, commitment: $0.1, committedAt: $0.2, seed: $0.3, revealedAt: $0.4) }
  }
}
