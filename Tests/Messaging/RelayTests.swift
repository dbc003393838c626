import FoundationEssentials
import Kafka
import Postgres
import Support
import Testing

@testable import Messaging

/// The relay against a real broker and database: each event once and in order, whatever is lost in between.
@Suite("The relay", .serialized)
struct RelayTests {
  /// Runs a relay until the condition holds.
  private func relaying(
    _ stage: Stage, within limit: Duration = .seconds(20), until condition: () async throws -> Bool
  ) async throws {
    let relay = stage.relay()
    let task = Task { try await relay.run() }
    let held = try await eventually(within: limit, condition)
    task.cancel()
    try await task.value
    #expect(held, "the relay did not get there: \(relay.status.compactMap(\.failure))")
  }

  private func hasPublished(_ stage: Stage, _ count: Int) async throws -> Bool {
    try await stage.published().values.reduce(0) { $0 + $1.count } >= count
  }

  @Test("publishes every event once, each key in order, and goes on after a restart")
  func once() async throws {
    try await Stage.with { stage in
      try await stage.emit(200)
      try await relaying(stage) { try await hasPublished(stage, 200) }
      #expect(try await stage.published() == Stage.expected(200))
      try await stage.emit(100, from: 200)
      try await relaying(stage) { try await hasPublished(stage, 300) }
      #expect(try await stage.published() == Stage.expected(300))
    }
  }

  @Test("of two relays one publishes; the other takes over")
  func takeOver() async throws {
    try await Stage.with { stage in
      let first = stage.relay()
      let second = stage.relay()
      let one = Task { try await first.run() }
      let two = Task { try await second.run() }
      try await stage.emit(100)
      #expect(try await eventually { try await hasPublished(stage, 100) })
      one.cancel()
      try await one.value
      try await stage.emit(100, from: 100)
      #expect(try await eventually { try await hasPublished(stage, 200) })
      two.cancel()
      try await two.value
      #expect(try await stage.published() == Stage.expected(200))
    }
  }

  @Test("a position that Kafka has forgotten is found in the topics' tails: nothing is published again")
  func forgottenPosition() async throws {
    try await Stage.with { stage in
      try await stage.emit(120)
      try await relaying(stage) { try await hasPublished(stage, 120) }
      // The hint lags behind, as when a relay dies between Kafka's commit and its own note.
      try await stage.pool.execute("update outbox_published set last_id = least(last_id, 40)")
      let admin = try KafkaAdmin(settings: stage.topics.settings, logger: stage.logger)
      try await admin.deleteGroup(stage.settings.positionGroup)
      await admin.close()
      #expect(try await RelayPositions(settings: stage.settings, logger: stage.logger).committed(shard: 0) == nil)

      try await stage.emit(60, from: 120)
      try await relaying(stage) { try await hasPublished(stage, 180) }
      #expect(try await stage.published() == Stage.expected(180))
    }
  }

  @Test("a broker that lost its data is noticed: what is retained is published again, consumers begin anew")
  func wipedBroker() async throws {
    try await Stage.with { stage in
      try await stage.emit(50)
      try await relaying(stage) { try await hasPublished(stage, 50) }
      try await stage.pool.execute(
        "insert into consumer_position (topic, partition, next_offset) values ('somewhere', 0, 17)")
      try await stage.topics.delete()
      let admin = try KafkaAdmin(settings: stage.topics.settings, logger: stage.logger)
      try await admin.deleteGroup(stage.settings.positionGroup)
      await admin.close()
      try await stage.emit(10, from: 50)

      let fresh = BrokerWatch(
        settings: stage.settings, replicationFactor: 1, pool: stage.pool, logger: stage.logger)
      try await fresh.confirm()
      try await relaying(stage) { try await hasPublished(stage, 60) }
      #expect(try await stage.published() == Stage.expected(60))
      #expect(try await stage.pool.query("select count(*) from consumer_position", as: Int.self) == [0])
    }
  }

  @Test("a database restored to an earlier time stops the relay; the operator's recovery publishes only what is new")
  func restoredDatabase() async throws {
    try await Stage.with { stage in
      try await stage.emit(30)
      try await relaying(stage) { try await hasPublished(stage, 30) }
      // What a restore to this instant would bring back: ticks, hints and rows as they are now.
      let administrator = try await PostgresConnection.connect(stage.schema.administrator, logger: stage.logger)
      try await administrator.script(
        """
        create table kept_tick as select * from outbox_tick;
        create table kept_published as select * from outbox_published;
        """)
      let lastID = try await administrator.query("select max(id) from outbox", as: Int64?.self).first ?? nil
      try await stage.emit(20, from: 30)
      try await relaying(stage) { try await hasPublished(stage, 50) }
      try await administrator.script(
        """
        delete from outbox where id > \(lastID ?? 0);
        truncate outbox_tick, outbox_published;
        insert into outbox_tick select * from kept_tick;
        insert into outbox_published select * from kept_published;
        """)
      await administrator.close()

      let relay = stage.relay()
      let task = Task { try await relay.run() }
      #expect(try await eventually { relay.status.contains { $0.refusal == .databaseBehind } })
      #expect(try await stage.published() == Stage.expected(50), "nothing goes out before the operator has decided")

      // The same input read again gives the same events; and ten that the topics have never seen.
      try await stage.emit(30, from: 30)
      let found = try await OutboxRecovery(
        settings: stage.settings, pool: stage.pool, broker: stage.broker, logger: stage.logger
      ).recover(depth: 10_000)
      #expect(found == 50)
      #expect(try await eventually(within: .seconds(25)) { try await hasPublished(stage, 60) })
      task.cancel()
      try await task.value
      #expect(try await stage.published() == Stage.expected(60))
    }
  }

  @Test
  func `a recovery while a relay lives doubles nothing: what it found on the topics is left out by that relay too`()
    async throws
  {
    try await Stage.with { stage in
      try await stage.emit(30)
      let relay = stage.relay()
      let task = Task { try await relay.run() }
      #expect(try await eventually(within: .seconds(25)) { try await hasPublished(stage, 30) })
      // The hint of a database that was restored to before anything was published.
      try await stage.pool.execute("update outbox_published set tick = 1, last_id = 0")
      _ = try await OutboxRecovery(
        settings: stage.settings, pool: stage.pool, broker: stage.broker, logger: stage.logger
      ).recover(depth: 10_000)
      try await stage.emit(10, from: 30)
      #expect(try await eventually(within: .seconds(25)) { try await hasPublished(stage, 40) })
      try await Task.sleep(for: .seconds(1))
      task.cancel()
      try await task.value
      #expect(try await stage.published() == Stage.expected(40))
    }
  }
}
