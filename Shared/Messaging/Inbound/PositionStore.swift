internal import FoundationEssentials
internal import Kafka
internal import Postgres

/// The consumer's positions: rows that move in the transaction of the effects.
struct PositionStore: Sendable {
  /// This process, as the owner of partitions.
  let owner: UUID

  /// A partition taken over.
  struct Claim: Sendable {
    let partition: KafkaPartition
    let next: Int64
    /// How often in a row this very position was left without being given back.
    let leftUncleanly: Int
    /// The message of this partition that the previous owner was handling alone when it died.
    let noted: Int64?
  }

  /// Takes partitions over. A partition without a row starts at the beginning of its log.
  func claim(_ partitions: [KafkaPartition: Int64], on connection: PostgresConnection) async throws -> [Claim] {
    let asked = partitions.keys.sorted()
    // An owner that asks again, after a rewind, has died of nothing: what counts is where it went on from.
    let rows = try await connection.query(
      """
      insert into consumer_position as p (topic, partition, next_offset, claimed_at, owner, released)
      select topic, partition, low, low, \(owner), false
      from unnest(\(asked.map(\.topic)), \(asked.map(\.partition)), \(asked.map { partitions[$0] ?? 0 }))
        as asked(topic, partition, low)
      on conflict (topic, partition) do update set
        left_uncleanly = case
          when p.released then 0
          when p.owner = excluded.owner and p.claimed_at = p.next_offset then p.left_uncleanly
          when p.owner = excluded.owner then 0
          when p.claimed_at = p.next_offset then p.left_uncleanly + 1
          else 1 end,
        previous_owner = case when p.owner = excluded.owner then p.previous_owner else p.owner end,
        claimed_at = p.next_offset, owner = excluded.owner, released = false
      returning p.topic, p.partition, p.next_offset, p.left_uncleanly,
        (select n.noted from consumer_note n
          where n.owner = p.previous_owner and n.topic = p.topic and n.partition = p.partition
            and n.noted >= p.next_offset)
      """, as: (String, Int32, Int64, Int, Int64?).self)
    // The note of an owner of which nothing is left to take over has told all it can.
    try await connection.execute(
      """
      delete from consumer_note n
      where not exists (select from consumer_position p where p.owner = n.owner and not p.released)
      """)
    return rows.map {
      Claim(
        partition: KafkaPartition($0.0, $0.1), next: $0.2, leftUncleanly: $0.3, noted: $0.4)
    }
  }

  /// Moves positions, each only from where it was read: false when another owner has moved one of them.
  func advance(_ moves: [PositionMove], on connection: PostgresConnection) async throws -> Bool {
    let moved = try await connection.execute(
      """
      update consumer_position p set next_offset = m.after
      from unnest(\(moves.map(\.partition.topic)), \(moves.map(\.partition.partition)),
        \(moves.map(\.before)), \(moves.map(\.after))) as m(topic, partition, before, after)
      where p.topic = m.topic and p.partition = m.partition and p.next_offset = m.before and p.owner = \(owner)
      """)
    return moved == moves.count
  }

  /// Gives partitions back in order.
  func release(_ partitions: [KafkaPartition], on connection: PostgresConnection) async throws {
    _ = try await connection.execute(
      """
      update consumer_position p set released = true, left_uncleanly = 0
      from unnest(\(partitions.map(\.topic)), \(partitions.map(\.partition))) as r(topic, partition)
      where p.topic = r.topic and p.partition = r.partition and p.owner = \(owner)
      """)
    try await withdrawNote(on: connection)
  }

  /// Notes that a message is about to be handled alone; outside the transaction of its effects, so that the note
  /// survives the death of the process. It need not survive the death of the database.
  func note(_ partition: KafkaPartition, offset: Int64, on connection: PostgresConnection) async throws {
    _ = try await connection.pipeline([
      "select set_config('synchronous_commit', 'off', true)",
      """
      insert into consumer_note (owner, topic, partition, noted)
      values (\(owner), \(partition.topic), \(partition.partition), \(offset))
      on conflict (owner) do update
        set topic = excluded.topic, partition = excluded.partition, noted = excluded.noted
      """,
    ])
  }

  /// Takes the note back: this owner is handling no message alone, and what it dies of now is no message's fault.
  func withdrawNote(on connection: PostgresConnection) async throws {
    _ = try await connection.pipeline([
      "select set_config('synchronous_commit', 'off', true)",
      "delete from consumer_note where owner = \(owner)",
    ])
  }
}
