import Contracts
import FoundationEssentials
import Postgres

/// The messages' rows.
enum MessageStore {
  /// How long a worker has messages without a sign of life; more than any channel takes for one.
  static let leaseSeconds = 120.0

  /// Locks what was told about these subjects, in their order.
  /// - Parameter subjects: record keys.
  /// - Returns: how many events each has had.
  static func lock(subjects: [String], on connection: PostgresConnection) async throws -> [String: Int64] {
    let keys = Array(Set(subjects))
    let results = try await connection.pipeline([
      """
      insert into message_subject (subject) select key from unnest(\(keys)) as k(key) order by key on conflict do nothing
      """,
      """
      select subject, sequence from message_subject where subject = any(\(keys)) order by subject for update
      """,
    ])
    let rows = try results.last?.rows(as: (String, Int64).self) ?? []
    return Dictionary(rows, uniquingKeysWith: { first, _ in first })
  }

  /// Writes how many events the subjects have had.
  static func count(_ sequences: [String: Int64]) -> SQL {
    """
    update message_subject s set sequence = n.sequence
    from unnest(\(Array(sequences.keys)), \(Array(sequences.values))) as n(subject, sequence)
    where s.subject = n.subject
    """
  }

  /// Takes messages whose turn it is and nobody has, oldest first.
  /// - Parameter places: how many of each channel.
  static func claim(
    places: [ContactChannel: Int], lease: UUID, pool: PostgresPool
  ) async throws -> [MessageRow] {
    let wanted = places.filter { $0.value > 0 }.sorted { $0.key.rawValue < $1.key.rawValue }
    let rows = try await pool.query(
      """
      with taken as (
        update message set lease = \(lease),
          leased_until = clock_timestamp() + make_interval(secs => \(leaseSeconds))
        where id in (
          select m.id
          from unnest(\(wanted.map(\.key.rawValue)), \(wanted.map { Int32(clamping: $0.value) })) as c(channel, places)
          cross join lateral (
            select id from message
            where channel = c.channel and due_at <= clock_timestamp()
              and (leased_until is null or leased_until < clock_timestamp())
            order by due_at, ordinal limit c.places for update skip locked) m)
        returning *)
      select \(MessageRow.columns(of: "taken")) from taken order by ordinal
      """, as: (UUID, PostgresJSON, [UInt8]?).self)
    return try rows.map { try MessageRow($0) }
  }

  /// The subjects of these messages, to be locked before them.
  static func recordKeys(of ids: [UUID], on connection: PostgresConnection) async throws -> [String] {
    try await connection.query(
      "select distinct coalesce(petition_id::text, subject) from message where id = any(\(ids))", as: String.self)
  }

  /// Those of these messages that stand where they must and are not acknowledged, locked; their subjects must be locked
  /// before.
  static func lock(
    _ ids: [UUID], status: String, on connection: PostgresConnection
  ) async throws -> [MessageRow] {
    try await connection.query(
      """
      select \(MessageRow.columns(of: "message")) from message
      where id = any(\(ids)) and status = \(status) and acknowledged_at is null order by id for update
      """, as: (UUID, PostgresJSON, [UInt8]?).self
    ).map { try MessageRow($0) }
  }

  /// One message and where it stands, locked; its subject must be locked before.
  static func standing(
    of id: UUID, on connection: PostgresConnection
  ) async throws -> (row: MessageRow, standing: MessageStanding)? {
    let found = try await connection.query(
      """
      select \(MessageRow.columns(of: "message")), status, acknowledged_at is not null, taken_by, taken_until
      from message where id = \(id) for update
      """, as: (UUID, PostgresJSON, [UInt8]?, String, Bool, String?, Date?).self
    ).first
    return try found.map { row in
      (
        try MessageRow((row.0, row.1, row.2)),
        MessageStanding(status: row.3, isAcknowledged: row.4, takenBy: row.5, takenUntil: row.6)
      )
    }
  }

  /// Which of these are still this worker's; their subjects must be locked.
  static func held(_ ids: [UUID], lease: UUID, on connection: PostgresConnection) async throws -> Set<UUID> {
    Set(
      try await connection.query(
        "select id from message where id = any(\(ids)) and lease = \(lease) and status = 'pending'", as: UUID.self))
  }
}
