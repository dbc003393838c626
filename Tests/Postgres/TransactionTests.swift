import FoundationEssentials
import Postgres
import Testing

@Suite struct TransactionTests {
  private struct Refusal: Error, Equatable { let number: Int }

  private func withPool<Value>(
    _ change: (inout PostgresConfiguration) -> Void = { _ in },
    _ body: (PostgresPool, TestDatabase) async throws -> Value
  ) async throws -> Value {
    try await TestDatabase.with(change) { database in
      let pool = PostgresPool(configuration: database.configuration, logger: TestDatabase.logger)
      try await pool.execute("create table t(id int8 primary key)")
      let value = try await body(pool, database)
      await pool.shutdown()
      return value
    }
  }

  private func ids(_ pool: PostgresPool) async throws -> [Int] {
    try await pool.query("select id from t order by id", as: Int.self)
  }

  @Test func `what the body did is there when it returns, and not when it throws`() async throws {
    try await withPool { pool, _ async throws in
      let seven = try await pool.withTransaction { connection in
        try await connection.execute("insert into t values (\(1))")
        return 7
      }
      #expect(seven == 7)
      let refusal = await #expect(throws: Refusal.self) {
        try await pool.withTransaction { connection in
          try await connection.execute("insert into t values (\(2))")
          throw Refusal(number: 3)
        }
      }
      #expect(refusal == Refusal(number: 3))
      #expect(try await ids(pool) == [1])
      #expect(pool.statistics.inUse == 0 && pool.statistics.idle == 1)
    }
  }

  @Test func `isolation and read-only hold, and an empty body asks the server nothing`() async throws {
    try await withPool { pool, _ async throws in
      try await pool.withTransaction { _ in }
      let settings = try await pool.withTransaction(isolation: .serializable, readOnly: true) { connection in
        try await connection.query(
          "select current_setting('transaction_isolation'), current_setting('transaction_read_only')",
          as: (String, String).self)[0]
      }
      #expect(settings == ("serializable", "on"))
    }
  }

  @Test func `a swallowed error does not commit in silence`() async throws {
    try await withPool { pool, _ async throws in
      let error = await #expect(throws: PostgresError.self) {
        try await pool.withTransaction { connection in
          try await connection.execute("insert into t values (\(1))")
          _ = try? await connection.execute("select 1 / 0")
        }
      }
      #expect(error?.code == .transactionAborted)
      #expect(try await ids(pool) == [])
    }
  }

  @Test func `a constraint that fails at COMMIT is the server's definite error`() async throws {
    try await withPool { pool, _ async throws in
      try await pool.execute("create table child(t int8 references t deferrable initially deferred)")
      let error = await #expect(throws: PostgresError.self) {
        try await pool.withTransaction { try await $0.execute("insert into child values (\(5))") }
      }
      #expect(error?.code == .server && error?.sqlState == .foreignKeyViolation)
      #expect(pool.statistics.idle == 1)
    }
  }

  @Test func `the last statements and COMMIT can share a round trip`() async throws {
    try await withPool { pool, _ async throws in
      try await pool.withTransaction { connection in
        try await connection.execute("insert into t values (\(1))")
        let results = try await connection.commit(after: ["insert into t values (\(2))", "select 5"])
        #expect(results.count == 2)
        #expect(try results[1].rows(as: Int.self) == [5])
      }
      #expect(try await ids(pool) == [1, 2])
      let error = await #expect(throws: PostgresError.self) {
        try await pool.withTransaction { try await $0.commit(after: ["insert into t values (\(3))", "select 1 / 0"]) }
      }
      #expect(error?.statementIndex == 1 && error?.code == .server)
      #expect(try await ids(pool) == [1, 2])
    }
  }

  @Test(arguments: [true, false])
  func `a COMMIT without an answer is an outcome unknown`(reachesServer: Bool) async throws {
    try await withPool { pool, database async throws in
      let proxy = try await FaultProxy(to: database.configuration)
      let configuration = try proxy.configuration(of: database)
      let proxied = PostgresPool(configuration: configuration, logger: TestDatabase.logger)
      try await proxied.execute("select 1")
      proxy.cut(at: "commit\0", reachesServer ? .afterForwarding : .beforeForwarding)
      for (id, folded) in [(1, false), (2, true)] {
        let error = await #expect(throws: PostgresError.self) {
          try await proxied.withTransaction { connection in
            if folded {
              try await connection.commit(after: ["insert into t values (\(id))"])
            } else {
              try await connection.execute("insert into t values (\(id))")
            }
          }
        }
        #expect(error?.code == .commitOutcomeUnknown && error?.isTransient == false)
      }
      proxy.heal()
      // The pool is well again by itself; the truth is in the database.
      #expect(try await proxied.query("select 1", as: Int.self) == [1])
      try await Task.sleep(for: .milliseconds(100))
      #expect(try await ids(pool) == (reachesServer ? [1, 2] : []))
      await proxied.shutdown()
      proxy.stop()
    }
  }

  @Test func `a session terminated during COMMIT is an outcome unknown`() async throws {
    try await withPool { pool, _ async throws in
      try await pool.withConnection { connection in
        try await connection.script(
          """
          create function slow() returns trigger language plpgsql as $$ begin perform pg_sleep(30); return null; end $$;
          create constraint trigger slow after insert on t deferrable initially deferred
            for each row execute function slow()
          """)
      }
      let pid = try await pool.query("select pg_backend_pid()", as: Int32.self)[0]
      async let outcome: Void = pool.withTransaction { connection in
        #expect(try await connection.query("select pg_backend_pid()", as: Int32.self) == [pid])
        try await connection.execute("insert into t values (\(1))")
      }
      try await Task.sleep(for: .milliseconds(300))
      try await pool.execute("select pg_terminate_backend(\(pid))")
      do {
        try await outcome
        Issue.record("the transaction cannot have succeeded")
      } catch let error as PostgresError {
        #expect(error.code == .commitOutcomeUnknown && error.sqlState == .adminShutdown)
      }
    }
  }

  @Test func `a COMMIT under way when the task is cancelled is an outcome unknown, soon`() async throws {
    try await withPool({ $0.cancelGrace = .milliseconds(200) }) { pool, _ async throws in
      try await pool.withConnection { connection in
        try await connection.script(
          """
          create function slow() returns trigger language plpgsql as $$ begin perform pg_sleep(5); return null; end $$;
          create constraint trigger slow after insert on t deferrable initially deferred
            for each row execute function slow()
          """)
      }
      let task = Task { try await pool.withTransaction { _ = try await $0.execute("insert into t values (\(1))") } }
      try await Task.sleep(for: .milliseconds(200))
      let start = ContinuousClock.now
      task.cancel()
      let error = await #expect(throws: PostgresError.self) { try await task.value }
      #expect(error?.code == .commitOutcomeUnknown)
      #expect(start.duration(to: .now) < .seconds(2))
    }
  }

  @Test func `the deadline of a transaction counts for all of its calls together`() async throws {
    try await withPool { pool, _ async throws in
      let start = ContinuousClock.now
      let error = await #expect(throws: PostgresError.self) {
        try await pool.withTransaction(deadline: .milliseconds(300)) { connection in
          try await connection.execute("insert into t values (\(1))")
          while true { try await connection.execute("select pg_sleep(0.05)") }
        }
      }
      #expect(error?.code == .deadline)
      #expect(start.duration(to: .now) < .seconds(2))
      #expect(try await ids(pool) == [])
      #expect(pool.statistics.idle == 1, "a cancelled statement that ended leaves a good connection")
    }
  }

  @Test func `a savepoint keeps what came before it, at any depth`() async throws {
    try await withPool { pool, _ async throws in
      try await pool.withTransaction { connection in
        try await connection.withSavepoint { connection in
          try await connection.execute("insert into t values (\(1))")
          let refusal = await #expect(throws: Refusal.self) {
            try await connection.withSavepoint { connection in
              try await connection.execute("insert into t values (\(2))")
              throw Refusal(number: 1)
            }
          }
          #expect(refusal == Refusal(number: 1))
          let failed = await #expect(throws: PostgresError.self) {
            _ = try await connection.withSavepoint { try await $0.execute("insert into t values (\(1))") }
          }
          #expect(failed?.sqlState == .uniqueViolation)
          try await connection.withSavepoint { _ in }
        }
        _ = try await connection.withSavepoint { try await $0.execute("insert into t values (\(3))") }
        let swallowed = await #expect(throws: PostgresError.self) {
          try await connection.withSavepoint { _ = try? await $0.execute("select 1 / 0") }
        }
        #expect(swallowed?.sqlState == .inFailedTransaction)
        try await connection.execute("insert into t values (\(4))")
      }
      #expect(try await ids(pool) == [1, 3, 4])
      let outside = await #expect(throws: PostgresError.self) {
        try await pool.withConnection { try await $0.withSavepoint { _ in } }
      }
      #expect(outside?.code == .misuse)
    }
  }

  @Test func `a transaction that gave way to another is run again when asked`() async throws {
    try await withPool { pool, _ async throws in
      try await pool.execute("insert into t values (\(0))")
      try await withThrowingTaskGroup(of: Void.self) { group in
        for _ in 0..<4 {
          group.addTask {
            for _ in 0..<5 {
              try await pool.withTransaction(isolation: .serializable, retries: 50) { connection in
                let id = try await connection.query("select id from t", as: Int.self)[0]
                try await connection.execute("update t set id = \(id + 1)")
              }
            }
          }
        }
        try await group.waitForAll()
      }
      #expect(try await ids(pool) == [20])
    }
  }
}
