import FoundationEssentials
import Postgres
import Testing

@Suite struct PoolTests {
  private func withPool<Value>(
    _ change: (inout PostgresConfiguration) -> Void = { _ in }, _ body: (PostgresPool) async throws -> Value
  ) async throws -> Value {
    try await TestDatabase.with(change) { database async throws in
      let pool = PostgresPool(configuration: database.configuration, logger: TestDatabase.logger)
      let value = try await body(pool)
      await pool.shutdown()
      return value
    }
  }

  @Test func `who waits is served in the order of coming`() async throws {
    try await withPool({ $0.maximumConnections = 1 }) { pool async throws in
      let order = Recorder<Int>()
      let tasks = try await pool.withConnection { _ in
        var tasks: [Task<Void, any Error>] = []
        for index in 0..<10 {
          tasks.append(Task { try await pool.withConnection { _ in order.note(index) } })
          while pool.statistics.waiting <= index { try await Task.sleep(for: .milliseconds(1)) }
        }
        return tasks
      }
      for task in tasks { try await task.value }
      #expect(order.items == Array(0..<10))
      #expect(pool.statistics.waited > .zero && pool.statistics.waiting == 0)
    }
  }

  @Test func `an exhausted pool refuses at the acquire deadline, and a cancelled waiter leaves at once`() async throws {
    try await withPool({
      $0.maximumConnections = 2
      $0.acquireTimeout = .seconds(1)
    }) { pool async throws in
      try await pool.withConnection { _ in
        try await pool.withConnection { _ in
          let start = ContinuousClock.now
          let error = await #expect(throws: PostgresError.self) { try await pool.execute("select 1") }
          #expect(error?.code == .acquireTimeout && error?.isTransient == true)
          #expect(error?.message.contains("2 of 2 in use") == true)
          #expect((.milliseconds(990) ... .seconds(3)).contains(start.duration(to: .now)))
          let waiter = Task { try await pool.execute("select 1") }
          while pool.statistics.waiting == 0 { await Task.yield() }
          waiter.cancel()
          let cancelled = await #expect(throws: PostgresError.self) { try await waiter.value }
          #expect(cancelled?.code == .cancelled)
        }
      }
      #expect(pool.statistics.timeouts == 1 && pool.statistics.inUse == 0)
      #expect(try await pool.query("select 1", as: Int.self) == [1])
    }
  }

  @Test func `a host that is not there is an error at the acquire deadline, with the reason`() async throws {
    var configuration = try PostgresConfiguration(url: "postgresql://nobody@127.0.0.1:1/none", applicationName: "test")
    configuration.acquireTimeout = .milliseconds(300)
    let pool = PostgresPool(configuration: configuration, logger: TestDatabase.logger)
    let start = ContinuousClock.now
    let error = await #expect(throws: PostgresError.self) { try await pool.execute("select 1") }
    #expect(error?.code == .acquireTimeout && error?.isTransient == true)
    #expect(error?.message.contains("Connection refused") == true)
    #expect(start.duration(to: .now) < .seconds(1))
    await pool.shutdown()
  }

  @Test func `many tasks share few connections and none is lost`() async throws {
    try await withPool({ $0.maximumConnections = 4 }) { pool async throws in
      try await withThrowingTaskGroup(of: Void.self) { group in
        for index in 0..<200 {
          group.addTask {
            if index % 10 == 0 {
              let task = Task { try await pool.execute("select pg_sleep(10)") }
              try await Task.sleep(for: .milliseconds(1))
              task.cancel()
              _ = try? await task.value
            } else {
              #expect(try await pool.query("select \(index)", as: Int.self) == [index])
            }
          }
        }
        try await group.waitForAll()
      }
      // A connection that was asked for by a waiter who left may still be on its way.
      try await eventually { pool.statistics.opening == 0 }
      let statistics = pool.statistics
      #expect(statistics.inUse == 0 && statistics.waiting == 0)
      #expect((1...4).contains(statistics.idle))
    }
  }

  @Test func `what a body leaves open is rolled back before the next one`() async throws {
    try await withPool({ $0.maximumConnections = 1 }) { pool async throws in
      try await pool.withConnection { connection in
        try await connection.execute("begin")
        try await connection.execute("create table never(id int)")
      }
      let found = try await pool.query("select to_regclass('never') is null", as: Bool.self)
      #expect(found == [true])
    }
  }

  @Test func `idle connections that died are replaced unseen`() async throws {
    try await withPool({ $0.applicationName = "doomed \(UUID())" }) { pool async throws in
      try await pool.execute("select 1")
      let name = pool.configuration.applicationName
      let killer = try await PostgresConnection.connect(pool.configuration, logger: TestDatabase.logger)
      try await killer.execute(
        """
        select pg_terminate_backend(pid, 1000) from pg_stat_activity
        where application_name = \(name) and pid <> pg_backend_pid()
        """)
      await killer.close()
      try await Task.sleep(for: .milliseconds(600))
      #expect(try await pool.query("select 1", as: Int.self) == [1])
    }
  }

  @Test func `the running pool keeps its minimum and closes what is idle`() async throws {
    try await withPool({
      $0.minimumConnections = 2
      $0.idleTimeout = .milliseconds(100)
    }) { pool async throws in
      let running = Task { try await pool.run() }
      try await withThrowingTaskGroup(of: Void.self) { group in
        for _ in 0..<6 { group.addTask { try await pool.execute("select pg_sleep(0.2)") } }
        try await group.waitForAll()
      }
      #expect(pool.statistics.idle > 2)
      try await eventually { pool.statistics.idle == 2 }
      running.cancel()
      try await running.value
      let error = await #expect(throws: PostgresError.self) { try await pool.execute("select 1") }
      #expect(error?.code == .poolClosed)
    }
  }

  @Test func `shutting down lets the work in hand finish`() async throws {
    try await withPool { pool async throws in
      let work = Task { try await pool.query("select 1 from pg_sleep(0.3)", as: Int.self) }
      while pool.statistics.inUse == 0 { try await Task.sleep(for: .milliseconds(1)) }
      await pool.shutdown()
      #expect(pool.statistics.inUse == 0)
      #expect(try await work.value == [1])
    }
  }
}
