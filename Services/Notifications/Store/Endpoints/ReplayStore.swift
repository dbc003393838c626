import Contracts
import FoundationEssentials
import Postgres

/// The replays' rows.
enum ReplayStore {
  /// How long a worker has a replay for one page.
  static let leaseSeconds = 60.0

  private static let columns: SQL = """
    id, entry, endpoint_id, kind, since, until, status, positions, examined, queued, failure, requested_by, requested_at,
    finished_at
    """

  private typealias Columns = (
    UUID, Int64, UUID, String, Date, Date, String, PostgresJSON, Int64, Int64, String?, String, Date, Date?
  )

  static func insert(_ replay: Replay, on connection: PostgresConnection) async throws -> Replay? {
    try await read(
      """
      insert into replay (id, endpoint_id, kind, since, until, requested_by, requested_at)
      values (\(replay.id), \(replay.endpoint), \(replay.kind.rawValue), \(replay.since), \(replay.until),
        \(replay.requestedBy), \(replay.requestedAt))
      returning \(columns)
      """, on: connection
    ).first
  }

  /// How many of an endpoint run.
  static func running(_ endpoint: UUID, on connection: PostgresConnection) async throws -> Int {
    try await connection.query(
      "select count(*) from replay where endpoint_id = \(endpoint) and status = 'running'", as: Int.self
    ).first ?? 0
  }

  static func find(_ id: UUID, on connection: PostgresConnection) async throws -> Replay? {
    try await read("select \(columns) from replay where id = \(id)", on: connection).first
  }

  /// Those of an endpoint, the latest first.
  static func list(
    _ endpoint: UUID, before entry: Int64?, limit: Int, on connection: PostgresConnection
  ) async throws -> [Replay] {
    try await read(
      """
      select \(columns) from replay where endpoint_id = \(endpoint) and entry < \(entry ?? .max)
      order by entry desc limit \(limit)
      """, on: connection)
  }

  /// Stops one that runs.
  /// - Returns: false when it does not run.
  static func cancel(_ id: UUID, on connection: PostgresConnection) async throws -> Bool {
    try await connection.execute(
      """
      update replay set status = 'cancelled', finished_at = clock_timestamp(), lease = null, leased_until = null
      where id = \(id) and status = 'running'
      """) > 0
  }

  /// Takes the replay that has come least far and that nobody works at: several take turns.
  static func claim(_ lease: UUID, pool: PostgresPool) async throws -> Replay? {
    try await pool.withConnection { connection in
      try await read(
        """
        update replay set lease = \(lease), leased_until = clock_timestamp() + make_interval(secs => \(leaseSeconds))
        where id in (
          select id from replay
          where status = 'running' and (leased_until is null or leased_until < clock_timestamp())
          order by examined, entry limit 1 for update skip locked)
        returning \(columns)
        """, on: connection
      ).first
    }
  }

  /// Writes where it stands and gives it back, at the end of the queue's turn.
  /// - Returns: false when it was cancelled, or another has it: nothing that was done with it counts then.
  static func save(_ replay: Replay, lease: UUID, on connection: PostgresConnection) async throws -> Bool {
    try await connection.execute(
      """
      update replay set status = \(replay.status.rawValue), positions = \(PostgresJSON(replay.progress.json.bytes)),
        examined = \(replay.examined), queued = \(replay.queued), failure = \(replay.failure as String?),
        finished_at = \(replay.finishedAt as Date?), lease = null, leased_until = null
      where id = \(replay.id) and lease = \(lease) and status = 'running'
      """) > 0
  }

  private static func read(_ sql: SQL, on connection: PostgresConnection) async throws -> [Replay] {
    try await connection.query(sql, as: Columns.self).map { row in
      guard let kind = ReplayKind(rawValue: row.3), let status = ReplayStatus(rawValue: row.6),
        let progress = (try? JSON(parsing: row.7.bytes)).flatMap(ReplayProgress.init)
      else { throw StoredValueError(table: "replay", id: row.0.lowercased) }
      return Replay(
        id: row.0, entry: row.1, endpoint: row.2, kind: kind, since: row.4, until: row.5, status: status,
        progress: progress, examined: row.8, queued: row.9, failure: row.10, requestedBy: row.11, requestedAt: row.12,
        finishedAt: row.13)
    }
  }
}
