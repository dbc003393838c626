internal import FoundationEssentials
internal import Postgres

/// The pauses' rows.
enum PauseStore {
  static func all(on connection: PostgresConnection) async throws -> [Pause] {
    try await connection.query(
      "select topic, partition, ordering_key, made_at, made_by, reason from inbound_pause order by id",
      as: (String, Int32?, String?, Date, String, String).self
    ).map { row in
      let scope = row.1.map { PauseScope.partition($0) } ?? row.2.map { PauseScope.key($0) } ?? .topic
      return Pause(topic: row.0, scope: scope, madeAt: row.3, madeBy: row.4, reason: row.5)
    }
  }

  /// - Returns: false when it was paused already.
  static func insert(
    _ scope: PauseScope, of topic: String, by actor: String, reason: String, on connection: PostgresConnection
  ) async throws -> Bool {
    let (partition, key) = columns(scope)
    return try await connection.execute(
      """
      insert into inbound_pause (topic, partition, ordering_key, made_by, reason)
      values (\(topic), \(partition as Int32?), \(key as String?), \(actor), \(reason))
      on conflict do nothing
      """) > 0
  }

  /// - Returns: false when there was no such pause.
  static func delete(_ scope: PauseScope, of topic: String, on connection: PostgresConnection) async throws -> Bool {
    let (partition, key) = columns(scope)
    return try await connection.execute(
      """
      delete from inbound_pause
      where topic = \(topic) and partition is not distinct from \(partition as Int32?)
        and ordering_key is not distinct from \(key as String?)
      """) > 0
  }

  /// Which of these ordering keys are paused.
  static func paused(keys: Set<String>, topic: String, on connection: PostgresConnection) async throws -> Set<String> {
    let rows = try await connection.query(
      "select ordering_key from inbound_pause where topic = \(topic) and ordering_key = any(\(Array(keys)))",
      as: String.self)
    return Set(rows)
  }

  private static func columns(_ scope: PauseScope) -> (partition: Int32?, key: String?) {
    switch scope {
    case .topic: (nil, nil)
    case .partition(let partition): (partition, nil)
    case .key(let key): (nil, key)
    }
  }
}
