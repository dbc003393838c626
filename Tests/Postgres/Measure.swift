import FoundationEssentials
import Postgres
import Testing

/// Prints what a call costs; runs only when asked, since numbers of a busy machine are no test.
@Suite(.serialized, .enabled(if: Environment.value("POSTGRES_MEASURE") != nil)) struct Measure {
  private func perCall(_ name: String, count: Int = 2000, _ body: () async throws -> Void) async throws {
    for _ in 0..<50 { try await body() }
    var best = Duration.seconds(1000)
    for _ in 0..<5 {
      let start = ContinuousClock.now
      for _ in 0..<count { try await body() }
      best = min(best, start.duration(to: .now) / count)
    }
    print("measure: \(name): \(best / .microseconds(1)) µs")
  }

  @Test func `round trips`() async throws {
    try await TestDatabase.with { database async throws in
      let connection = try await database.connect()
      try await perCall("select 1") { _ = try await connection.query("select 1", as: Int.self) }
      let pool = PostgresPool(configuration: database.configuration, logger: TestDatabase.logger)
      try await perCall("select 1 by the pool") { _ = try await pool.query("select 1", as: Int.self) }
      try await pool.withConnection {
        try await $0.script(
          "create unlogged table t(id int8 primary key, n int8); insert into t select i, 0 from generate_series(1, 1000) i; set synchronous_commit = off"
        )
      }
      let statements: [SQL] = [
        "select n from t where id = \(5)", "update t set n = n + 1 where id = \(7)", "select n from t where id = \(8)",
        "update t set n = n + 1 where id = \(9)",
      ]
      try await perCall("six-statement transaction, plain begin and commit", count: 300) {
        try await connection.execute("begin")
        for statement in statements { try await connection.execute(statement) }
        try await connection.execute("commit")
      }
      try await perCall("withTransaction, four statements", count: 300) {
        try await pool.withTransaction { for statement in statements { try await $0.execute(statement) } }
      }
      try await perCall("withTransaction, pipeline", count: 300) {
        try await pool.withTransaction { _ = try await $0.pipeline(statements) }
      }
      try await perCall("withTransaction, commit(after:)", count: 300) {
        try await pool.withTransaction { _ = try await $0.commit(after: statements) }
      }
      await pool.shutdown()
      await connection.close()
    }
  }

  @Test func `set-based insert`() async throws {
    try await TestDatabase.withConnection { connection async throws in
      try await connection.script("create table t(id uuid primary key, k text not null, body bytea not null)")
      let body = [UInt8](repeating: 7, count: 700)
      var (total, encoding, count) = (Duration.zero, Duration.zero, 0)
      for round in 0..<60 {
        let ids = (0..<1000).map { _ in UUID() }
        let keys = (0..<1000).map { "key-\(round)-\($0)" }
        let bodies = [[UInt8]](repeating: body, count: 1000)
        let start = ContinuousClock.now
        let sql: SQL =
          "insert into t select * from unnest(\(ids), \(keys), \(bodies)) on conflict do nothing returning id, k"
        encoding += start.duration(to: .now)
        count += try await connection.query(sql, as: (UUID, String).self).count
        total += start.duration(to: .now)
      }
      print(
        "measure: unnest insert: \(Int(Double(count) / (total / .seconds(1)))) rows/s; encoding of 3 x 1000 elements: \(encoding / .microseconds(1) / 60) µs"
      )
      let start = ContinuousClock.now
      let rows = try await connection.query("select id, k, body from t", as: (UUID, String, [UInt8]).self)
      print("measure: read \(Int(Double(rows.count) / (start.duration(to: .now) / .seconds(1)))) rows/s of 700 bytes")
      let result = try await connection.pipeline(["select id, k from t"])[0]
      let decodeStart = ContinuousClock.now
      let decoded = try result.rows(as: (UUID, String).self)
      print(
        "measure: decoding \(decodeStart.duration(to: .now) / .nanoseconds(1) / Double(decoded.count)) ns per row of two"
      )
    }
  }
}
