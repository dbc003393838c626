internal import FoundationEssentials
internal import Postgres

/// What the relay reads and writes in the database.
struct RelayStore: Sendable {
  let pool: PostgresPool
  let shard: Int16

  /// One cut: the rows that its snapshot sees and the one before did not.
  struct Cut: Sendable {
    let tick: Int64
    /// Tells this database's tick from one of the same number in a copy.
    let mark: Int64
    /// Holds everything that an operator's recovery, or a broker that lost its data, has to be published anew.
    var isBase = false
  }

  func system() async throws -> String {
    try await pool.query("select system_identifier::text from pg_control_system()", as: String.self).first ?? ""
  }

  func ticks(markAt tick: Int64?, system: String) async throws -> RelayStart.Ticks {
    let rows = try await pool.query(
      """
      select coalesce(max(tick) filter (where is_base), 0), coalesce(max(tick), 0),
        max(mark) filter (where tick = \(tick ?? -1))
      from outbox_tick where shard = \(shard)
      """, as: (Int64, Int64, Int64?).self)
    let row = rows.first ?? (0, 0, nil)
    return RelayStart.Ticks(base: row.0, newest: row.1, markAtPosition: row.2, system: system)
  }

  func published() async throws -> (tick: Int64, lastID: Int64)? {
    try await pool.query(
      "select tick, last_id from outbox_published where shard = \(shard)", as: (Int64, Int64).self
    ).first.map { (tick: $0.0, lastID: $0.1) }
  }

  /// Records how far publication has come. A hint only, so its commit need not wait for the disk.
  func recordPublished(tick: Int64, lastID: Int64) async throws {
    _ = try await pool.withConnection { connection in
      try await connection.pipeline([
        "select set_config('synchronous_commit', 'off', true)",
        """
        insert into outbox_published (shard, tick, last_id) values (\(shard), \(tick), \(lastID))
        on conflict (shard) do update set tick = excluded.tick, last_id = excluded.last_id, at = now()
        """,
      ])
    }
  }

  /// The cut after this tick: one that was made before, or a new one if anything new is visible; nil otherwise.
  func cut(after tick: Int64) async throws -> Cut? {
    try await pool.query(
      """
      select c.tick, c.mark, coalesce(t.is_base, false) from outbox_cut(\(shard), \(tick)) c
      left join outbox_tick t on t.shard = \(shard) and t.tick = c.tick
      """, as: (Int64, Int64, Bool).self
    ).first.map { Cut(tick: $0.0, mark: $0.1, isBase: $0.2) }
  }

  func load(_ tick: Int64) async throws -> Cut? {
    try await pool.query(
      """
      select n.tick, n.mark from outbox_tick o join outbox_tick n on n.shard = o.shard and n.tick = o.tick + 1
      where n.shard = \(shard) and n.tick = \(tick)
      """, as: (Int64, Int64).self
    ).first.map { Cut(tick: $0.0, mark: $0.1) }
  }

  /// The next rows of a cut, in the order of their ids.
  func rows(of cut: Cut, after last: Int64, limit: Int) async throws -> [OutboxRow] {
    try await pool.query(
      """
      select id, topic, key, event_id, headers, payload
      from outbox_rows(\(shard), \(cut.tick), \(last), \(Int32(limit)))
      """, as: (Int64, String, String, UUID, [UInt8], [UInt8]?).self
    ).map { OutboxRow(id: $0.0, topic: $0.1, key: $0.2, eventID: $0.3, headers: $0.4, payload: $0.5) }
  }

  /// Ids that a recovery found on the topics already.
  func alreadyPublished() async throws -> Set<UUID> {
    Set(try await pool.query("select event_id from outbox_already_published", as: UUID.self))
  }
}
