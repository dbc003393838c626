import FoundationEssentials
import Glibc
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
    for mode in ["auto", "force_custom_plan"] { try await roundTrips(planCacheMode: mode) }
  }

  private func roundTrips(planCacheMode: String) async throws {
    print("measure: plan_cache_mode \(planCacheMode)")
    try await TestDatabase.with({ $0.sessionSettings["plan_cache_mode"] = planCacheMode }) { database async throws in
      let connection = try await database.connect()
      try await perCall("select 1") { _ = try await connection.query("select 1", as: Int.self) }
      let pool = PostgresPool(configuration: database.configuration, logger: TestDatabase.logger)
      try await perCall("select 1 by the pool") { _ = try await pool.query("select 1", as: Int.self) }
      try await perCall("lease alone") { try await pool.withConnection { _ in } }
      try await perCall("select 1 in a lease") {
        try await pool.withConnection { _ = try await $0.query("select 1", as: Int.self) }
      }
      try await perCall("select 1") { _ = try await connection.query("select 1", as: Int.self) }
      try await pool.withConnection {
        try await $0.script(
          """
          create unlogged table t(id int8 primary key, n int8);
          insert into t select i, 0 from generate_series(1, 1000) i
          """
        )
      }
      let statements: [SQL] = [
        "select n from t where id = \(5)", "update t set n = n + 1 where id = \(7)", "select n from t where id = \(8)",
        "update t set n = n + 1 where id = \(9)",
      ]
      try await perCall("six-statement transaction, plain begin and commit", count: 200) {
        try await connection.execute("begin")
        for statement in statements { try await connection.execute(statement) }
        try await connection.execute("commit")
      }
      try await perCall("withTransaction, four statements", count: 200) {
        try await pool.withTransaction { for statement in statements { try await $0.execute(statement) } }
      }
      try await perCall("withTransaction, pipeline", count: 200) {
        try await pool.withTransaction { _ = try await $0.pipeline(statements) }
      }
      try await perCall("withTransaction, commit(after:)", count: 200) {
        try await pool.withTransaction { _ = try await $0.commit(after: statements) }
      }
      await pool.shutdown()
      await connection.close()
    }
  }

  /// Processor time of the calling thread, which a busy machine does not stretch.
  private func microseconds(_ body: () throws -> Void) rethrows -> Double {
    func now() -> Double {
      var time = timespec()
      clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
      return Double(time.tv_sec) * 1e6 + Double(time.tv_nsec) / 1e3
    }
    let start = now()
    try body()
    return now() - start
  }

  @Test func `encoding and decoding`() async throws {
    let ids = (0..<1000).map { _ in UUID() }
    let keys = (0..<1000).map { "key-\($0)" }
    let bodies = [[UInt8]](repeating: [UInt8](repeating: 7, count: 700), count: 1000)
    var length = 0
    func encode(_ name: String, _ make: () -> SQL) {
      let time = microseconds { for _ in 0..<200 { length += make().text.utf8.count } }
      print("measure: encoding 1000 \(name): \(time / 200) µs")
    }
    encode("uuid") { "\(ids)" }
    encode("text") { "\(keys)" }
    encode("bytea of 700") { "\(bodies)" }
    encode("int8") { "\(Array(0..<1000))" }
    #expect(length > 0)
    try await TestDatabase.withConnection { connection async throws in
      let result = try await connection.pipeline([
        "select gen_random_uuid(), 'key-' || i, i, now() from generate_series(1::int8, 10000) i"
      ])[0]
      for _ in 0..<3 {
        let time = try microseconds { _ = try result.rows(as: (UUID, String, Int, Date).self) }
        print("measure: decoding a row of four: \(time / 10) ns")
      }
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
        "measure: unnest insert: \(Int(Double(count) / (total / .seconds(1)))) rows/s, of it encoding"
          + " \(encoding / .microseconds(1) / 60) µs for 1000 rows"
      )
      let start = ContinuousClock.now
      let rows = try await connection.query("select id, k, body from t", as: (UUID, String, [UInt8]).self)
      print("measure: read \(Int(Double(rows.count) / (start.duration(to: .now) / .seconds(1)))) rows/s of 700 bytes")
    }
  }
}
