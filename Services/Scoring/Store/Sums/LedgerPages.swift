import FoundationEssentials
import Postgres

/// Walks through all subjects in pages.
struct LedgerPages: Sendable {
  /// The next subjects, at most so many; nil at the end.
  func next(after key: String, limit: Int, on connection: PostgresConnection) async throws -> SubjectRange? {
    let row = try await connection.query(
      """
      select count(*), max(subject) from (
        select subject from rating where subject > \(key) order by subject limit \(limit)) page
      """, as: (Int, String?).self
    ).first
    guard let row, let last = row.1 else { return nil }
    return SubjectRange(after: key, through: last, count: row.0)
  }

  /// About how many subjects there are.
  func total(on connection: PostgresConnection) async throws -> Int {
    try await connection.query(
      "select greatest(reltuples, 0)::bigint from pg_class where oid = 'rating'::regclass", as: Int.self
    ).first ?? 0
  }

  /// The ratings of a range that a sum cannot tell, and those that have not followed the clock yet.
  func involved(_ range: SubjectRange, on connection: PostgresConnection) async throws -> [String] {
    try await connection.query(
      """
      select subject from rating where subject > \(range.after) and subject <= \(range.through) and not is_plain
      order by subject
      """, as: String.self)
  }

  /// The ratings of a range for which an instant has passed that they have not followed yet.
  /// - Parameter turn: the last instant at which another scale came into force.
  func due(
    _ range: SubjectRange, at now: Date, turn: Date?, on connection: PostgresConnection
  ) async throws -> [String] {
    try await connection.query(
      """
      select subject from rating where subject > \(range.after) and subject <= \(range.through)
        and (next_change <= \(now) or updated_at < \(turn ?? .distantPast)) order by subject
      """, as: String.self)
  }
}
