import FoundationEssentials
import Kafka
import Postgres
import Support
import Testing

@testable import Messaging

/// Who is blamed when an owner dies: the one message it was handling alone, and nobody else.
@Suite("Positions")
struct PositionTests {
  private let killer = KafkaPartition("in", 0)
  private let innocent = KafkaPartition("in", 1)

  /// Every owner takes both partitions, as the eager protocol gives them.
  private func claim(
    _ pool: PostgresPool, _ partitions: [KafkaPartition]? = nil
  ) async throws -> (store: PositionStore, claims: [KafkaPartition: PositionStore.Claim]) {
    let store = PositionStore(owner: UUID())
    return (store, try await again(store, pool, partitions))
  }

  private func again(
    _ store: PositionStore, _ pool: PostgresPool, _ partitions: [KafkaPartition]? = nil
  ) async throws -> [KafkaPartition: PositionStore.Claim] {
    let asked = Dictionary(uniqueKeysWithValues: (partitions ?? [killer, innocent]).map { ($0, Int64(0)) })
    let claims = try await pool.withTransaction { try await store.claim(asked, on: $0) }
    return Dictionary(uniqueKeysWithValues: claims.map { ($0.partition, $0) })
  }

  private func move(_ store: PositionStore, _ pool: PostgresPool, _ partition: KafkaPartition, to offset: Int64)
    async throws
  {
    let before = try await pool.query(
      "select next_offset from consumer_position where partition = \(partition.partition)", as: Int64.self)
    let move = PositionMove(partition: partition, before: try #require(before.first), after: offset)
    #expect(try await pool.withTransaction { try await store.advance([move], on: $0) })
  }

  private func notes(_ pool: PostgresPool) async throws -> Int {
    try await pool.query("select count(*) from consumer_note", as: Int.self).first ?? 0
  }

  private func withPool(_ body: (PostgresPool) async throws -> Void) async throws {
    try await TestSchema.with("petitions", MessagingMigrations.all) { schema in
      let pool = PostgresPool(configuration: schema.configuration, logger: TestSchema.logger)
      do { try await body(pool) } catch {
        await pool.shutdown()
        throw error
      }
      await pool.shutdown()
    }
  }

  @Test("two owners die of one message: only that one is known, though the other partition did not move either")
  func twice() async throws {
    try await withPool { pool in
      let first = try await claim(pool)
      #expect(first.claims.values.allSatisfy { $0.leftUncleanly == 0 })
      // The first dies with a whole batch in hand; the second passes the innocent one's messages and then dies.
      let second = try await claim(pool)
      #expect(second.claims.values.allSatisfy { $0.leftUncleanly == 1 && $0.noted == nil })
      try await pool.withConnection { connection in
        try await second.store.note(innocent, offset: 4, on: connection)
        try await second.store.note(killer, offset: 7, on: connection)
      }
      let third = try await claim(pool)
      #expect(third.claims.values.allSatisfy { $0.leftUncleanly == 2 })
      #expect(third.claims[killer]?.noted == 7)
      #expect(third.claims[innocent]?.noted == nil)
      #expect(try await notes(pool) == 0)
    }
  }

  @Test("partitions that move meanwhile are not counted, and a note behind the position blames nobody")
  func moving() async throws {
    try await withPool { pool in
      _ = try await claim(pool)
      let second = try await claim(pool)
      try await pool.withConnection { try await second.store.note(innocent, offset: 4, on: $0) }
      try await move(second.store, pool, innocent, to: 5)
      let third = try await claim(pool)
      #expect(third.claims[innocent]?.leftUncleanly == 1)
      #expect(third.claims[innocent]?.noted == nil)
      #expect(third.claims[killer]?.leftUncleanly == 2)
      // Asking again after a rewind is no death: what was passed since the take-over counts.
      try await move(third.store, pool, innocent, to: 6)
      #expect(try await again(third.store, pool)[innocent]?.leftUncleanly == 0)
      #expect(try await again(third.store, pool)[killer]?.leftUncleanly == 2)
    }
  }

  @Test("a note stays until all that its owner left is taken over, and goes when it is given back or withdrawn")
  func cleaning() async throws {
    try await withPool { pool in
      let first = try await claim(pool)
      try await pool.withConnection { try await first.store.note(killer, offset: 0, on: $0) }
      _ = try await claim(pool, [innocent])
      #expect(try await notes(pool) == 1)
      let other = try await claim(pool, [killer])
      #expect(other.claims[killer]?.noted == 0)
      #expect(try await notes(pool) == 0)

      try await pool.withConnection { connection in
        try await other.store.note(killer, offset: 0, on: connection)
        try await other.store.withdrawNote(on: connection)
      }
      #expect(try await notes(pool) == 0)
      try await pool.withConnection { connection in
        try await other.store.note(killer, offset: 0, on: connection)
        try await other.store.release([killer], on: connection)
      }
      #expect(try await notes(pool) == 0)
      #expect(try await claim(pool).claims[killer]?.leftUncleanly == 0)
    }
  }
}
