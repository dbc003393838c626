import FoundationEssentials
import Postgres
import Support
import Testing

@testable import Messaging
@testable import ServiceKit

@Suite("The events that wait to be published")
struct WaitingEventsTests {
  private func insert(_ key: String, on connection: PostgresConnection) async throws -> Int64 {
    let rows = try await connection.query(
      """
      insert into outbox (shard, topic, key, event_id, headers, payload)
      values (0, 'petitions', \(key), gen_random_uuid(), \([UInt8]()), \([UInt8]()))
      returning id
      """, as: Int64.self)
    return try #require(rows.first)
  }

  @Test func `of two transactions that end the other way round none is counted too long, and none too short`()
    async throws
  {
    try await TestSchema.with("scoring", MessagingMigrations.all + ServiceKitMigrations.all) { schema in
      let pool = PostgresPool(configuration: schema.configuration, logger: quiet)
      let store = RelayStore(pool: pool, shard: 0)
      let backlog = BacklogReader(pool: pool, consumer: nil)
      func waiting() async throws -> Int { try await backlog.read(now: Date()).outbox }
      let slow = try await PostgresConnection.connect(schema.configuration, logger: quiet)
      try await slow.execute("begin")
      let early = try await insert("slow", on: slow)
      let late = try await pool.withConnection { try await insert("fast", on: $0) }
      #expect(early < late)

      let first = try #require(try await store.cut(after: 1))
      #expect(try await waiting() == 1)
      try await store.recordPublished(tick: first.tick, lastID: late)
      #expect(try await waiting() == 0)

      try await slow.execute("commit")
      #expect(try await waiting() == 1, "its id is below the last one that was published")
      let second = try #require(try await store.cut(after: first.tick))
      try await store.recordPublished(tick: second.tick, lastID: early)
      #expect(try await waiting() == 0, "an earlier cut has published a higher id")
      await slow.close()
      await pool.shutdown()
    }
  }
}
