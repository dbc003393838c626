import FoundationEssentials
import Postgres
import Support
import Testing

@testable import Messaging

/// The outbox is read by differences of snapshots. Each of the three usual ways of reading fails a case here that ours
/// passes.
@Suite("Cutting the outbox")
struct OutboxCutTests {
  /// Inserts a row and answers its id.
  @discardableResult
  private func insert(_ key: String, _ text: String, on connection: PostgresConnection) async throws -> Int64 {
    let rows = try await connection.query(
      """
      insert into outbox (shard, topic, key, event_id, headers, payload)
      values (0, 'petitions', \(key), gen_random_uuid(), \([UInt8]()), \(Array(text.utf8)))
      returning id
      """, as: Int64.self)
    return try #require(rows.first)
  }

  private func texts(_ rows: [OutboxRow]) -> [String] {
    rows.map { String(decoding: $0.payload ?? [], as: UTF8.self) }
  }

  /// All rows of the cuts after `tick`, in the order the relay would publish them; answers the last tick too.
  private func read(_ store: RelayStore, after tick: Int64, limit: Int = 100) async throws -> (
    rows: [OutboxRow], tick: Int64
  ) {
    var rows: [OutboxRow] = []
    var tick = tick
    while let cut = try await store.cut(after: tick) {
      tick = cut.tick
      var last: Int64 = 0
      while true {
        let page = try await store.rows(of: cut, after: last, limit: limit)
        rows += page
        guard let end = page.last, page.count == limit else { break }
        last = end.id
      }
    }
    return (rows, tick)
  }

  @Test("a slower transaction's row is not skipped; reading `id > last` skips it")
  func slowerTransaction() async throws {
    try await Stage.with { stage in
      let store = RelayStore(pool: stage.pool, shard: 0)
      let slow = try await PostgresConnection.connect(stage.schema.configuration, logger: stage.logger)
      let fast = try await PostgresConnection.connect(stage.schema.configuration, logger: stage.logger)
      try await slow.execute("begin")
      let early = try await insert("a", "slow", on: slow)
      let late = try await insert("b", "fast", on: fast)
      #expect(early < late)

      let first = try await read(store, after: 1)
      #expect(texts(first.rows) == ["fast"])
      let lastID = try #require(first.rows.last?.id)
      try await slow.execute("commit")

      let skipping = try await stage.pool.query(
        "select payload from outbox where id > \(lastID) order by id", as: [UInt8].self)
      #expect(skipping.isEmpty, "the wrong way loses the slow row")
      let second = try await read(store, after: first.tick)
      #expect(texts(second.rows) == ["slow"])
      await slow.close()
      await fast.close()
    }
  }

  @Test("a key's order is kept when an older transaction writes later; ordering by xid inverts it")
  func orderOfAKey() async throws {
    try await Stage.with { stage in
      let store = RelayStore(pool: stage.pool, shard: 0)
      let older = try await PostgresConnection.connect(stage.schema.configuration, logger: stage.logger)
      let younger = try await PostgresConnection.connect(stage.schema.configuration, logger: stage.logger)
      try await older.execute("begin")
      // The older transaction has its xid before the younger one begins, by touching something else.
      try await older.execute("insert into probe (key) values ('elsewhere')")
      try await younger.execute("begin")
      try await younger.execute("insert into probe (key) values ('K')")
      try await insert("K", "first", on: younger)
      try await younger.execute("commit")
      try await older.execute("insert into probe (key) values ('K') on conflict (key) do update set seen = '{x}'")
      try await insert("K", "second", on: older)
      try await older.execute("commit")

      let byXid = try await stage.pool.query(
        "select payload from outbox order by xid, id", as: [UInt8].self)
      #expect(
        byXid.map { String(decoding: $0, as: UTF8.self) } == ["second", "first"], "the wrong way inverts the key")
      #expect(texts(try await read(store, after: 1).rows) == ["first", "second"])
      await older.close()
      await younger.close()
    }
  }

  @Test("a long writer holds nobody back; an xmin horizon stalls behind it")
  func longWriter() async throws {
    try await Stage.with { stage in
      let store = RelayStore(pool: stage.pool, shard: 0)
      let long = try await PostgresConnection.connect(stage.schema.configuration, logger: stage.logger)
      let other = try await PostgresConnection.connect(stage.schema.configuration, logger: stage.logger)
      try await long.execute("begin")
      try await long.execute("insert into probe (key) values ('long')")
      try await insert("a", "meanwhile", on: other)

      let behindHorizon = try await stage.pool.query(
        "select payload from outbox where xid < pg_snapshot_xmin(pg_current_snapshot()) order by id", as: [UInt8].self)
      #expect(behindHorizon.isEmpty, "the wrong way sees nothing until the long writer ends")
      #expect(texts(try await read(store, after: 1).rows) == ["meanwhile"])
      try await long.execute("rollback")
      await long.close()
      await other.close()
    }
  }

  @Test("writers, readers and long transactions at random: every row once, every key in order")
  func random() async throws {
    try await Stage.with { stage in
      let store = RelayStore(pool: stage.pool, shard: 0)
      let writers = 4
      let rounds = 60
      async let written: Void = withThrowingTaskGroup(of: Void.self) { group in
        for writer in 0..<writers {
          group.addTask {
            let connection = try await PostgresConnection.connect(stage.schema.configuration, logger: stage.logger)
            for round in 0..<rounds {
              try await connection.execute("begin")
              let key = "k\((writer + round) % 3)"
              let numbers = try await connection.query(
                """
                insert into probe (key, seen) values (\(key), '{1}')
                on conflict (key) do update set seen = probe.seen || '1'::text
                returning cardinality(seen)
                """, as: Int.self)
              if round % 7 == writer { try await Task.sleep(for: .milliseconds(8)) }
              try await self.insert(key, "\(try #require(numbers.first))", on: connection)
              try await connection.execute(round % 11 == 5 ? "rollback" : "commit")
            }
            await connection.close()
          }
        }
        try await group.waitForAll()
      }
      var seen: [OutboxRow] = []
      var tick: Int64 = 1
      for _ in 0..<40 {
        let next = try await read(store, after: tick, limit: 3)
        seen += next.rows
        tick = next.tick
        try await Task.sleep(for: .milliseconds(5))
      }
      try await written
      seen += try await read(store, after: tick, limit: 3).rows

      let stored = try await stage.pool.query("select count(*) from outbox", as: Int.self).first
      #expect(seen.count == stored)
      #expect(Set(seen.map(\.id)).count == seen.count)
      for (_, rows) in Dictionary(grouping: seen, by: \.key) {
        let numbers = texts(rows).compactMap { Int($0) }
        #expect(numbers == numbers.sorted())
        #expect(Set(numbers).count == numbers.count)
      }
    }
  }
}
