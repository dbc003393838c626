import FoundationEssentials
import Postgres
import Testing

@Suite struct DeadlineTests {
  private func elapsed(_ body: () async throws -> Void) async rethrows -> Duration {
    let start = ContinuousClock.now
    try await body()
    return start.duration(to: .now)
  }

  @Test func `a call ends at its deadline, the statement with it, and the connection goes on`() async throws {
    try await TestDatabase.with { database async throws in
      let connection = try await database.connect()
      let time = await elapsed {
        let error = await #expect(throws: PostgresError.self) {
          try await connection.execute("select pg_sleep(61)", timeout: .milliseconds(200))
        }
        #expect(error?.code == .deadline && error?.isTransient == true)
      }
      #expect(time < .seconds(1))
      #expect(try await connection.query("select 1", as: Int.self) == [1])
      let sleeping = try await connection.query(
        "select count(*) from pg_stat_activity where query like '%pg_sleep(61)%' and pid <> pg_backend_pid()",
        as: Int.self)
      #expect(sleeping == [0])
    }
  }

  @Test func `cancelling the task ends the call, and the connection goes on`() async throws {
    try await TestDatabase.with { database async throws in
      let connection = try await database.connect()
      for _ in 0..<20 {
        let task = Task { try await connection.execute("select pg_sleep(60)") }
        try await Task.sleep(for: .milliseconds(Int.random(in: 0...20)))
        let time = await elapsed {
          task.cancel()
          let error = await #expect(throws: PostgresError.self) { try await task.value }
          #expect(error?.code == .cancelled)
        }
        #expect(time < .seconds(1))
        #expect(try await connection.query("select 1", as: Int.self) == [1])
      }
    }
  }

  @Test func `a cancellation that comes too late hits no later statement`() async throws {
    try await TestDatabase.with { database async throws in
      let connection = try await database.connect()
      for round in 0..<300 {
        let task = Task { try await connection.query("select \(round)", as: Int.self) }
        if round % 3 == 0 { await Task.yield() }
        task.cancel()
        let next = try await connection.query("select \(-round), pg_sleep(0.001)::text", as: (Int, String).self)
        #expect(next[0].0 == -round)
        if case .success(let rows) = await task.result { #expect(rows == [round]) }
      }
    }
  }

  @Test func `a server that does not answer at all hangs nobody`() async throws {
    try await TestDatabase.with { database async throws in
      let proxy = try await FaultProxy(to: database.configuration)
      var configuration = try proxy.configuration(of: database)
      configuration.cancelGrace = .milliseconds(200)
      let connection = try await PostgresConnection.connect(configuration, logger: TestDatabase.logger)
      #expect(try await connection.query("select 1", as: Int.self) == [1])
      proxy.freeze()
      let time = await elapsed {
        let error = await #expect(throws: PostgresError.self) {
          try await connection.execute("select 1", timeout: .milliseconds(200))
        }
        #expect(error?.code == .deadline)
      }
      #expect(time < .seconds(2))
      // It is not known what became of the statement, so the connection is not used again.
      let after = await #expect(throws: PostgresError.self) { try await connection.execute("select 1") }
      #expect(after?.code == .connectionLost)
      configuration.connectTimeout = .milliseconds(300)
      let frozen = configuration
      let connectTime = await elapsed {
        let error = await #expect(throws: PostgresError.self) {
          _ = try await PostgresConnection.connect(frozen, logger: TestDatabase.logger)
        }
        #expect(error?.code == .connectFailed && error?.isTransient == true)
      }
      #expect(connectTime < .seconds(2))
      proxy.stop()
    }
  }

  @Test func `a backend that is terminated is a lost connection with the server's reason`() async throws {
    try await TestDatabase.with { database async throws in
      let victim = try await database.connect()
      let killer = try await database.connect()
      let pid = try await victim.query("select pg_backend_pid()", as: Int32.self)[0]
      let task = Task { try await victim.execute("select pg_sleep(60)") }
      try await Task.sleep(for: .milliseconds(100))
      try await killer.execute("select pg_terminate_backend(\(pid))")
      let error = await #expect(throws: PostgresError.self) { try await task.value }
      #expect(error?.code == .connectionLost && error?.sqlState == .adminShutdown && error?.isTransient == true)
      let after = await #expect(throws: PostgresError.self) { try await victim.execute("select 1") }
      #expect(after?.code == .connectionLost)
    }
  }

  @Test func `the session has the settings it was configured with`() async throws {
    try await TestDatabase.withConnection({
      $0.searchPath = ["odd name", "public"]
      $0.statementTimeout = .milliseconds(1500)
      $0.sessionSettings["work_mem"] = "7MB"
    }) { connection async throws in
      let names = [
        "search_path", "statement_timeout", "lock_timeout", "idle_in_transaction_session_timeout",
        "idle_session_timeout", "application_name", "TimeZone", "client_encoding", "synchronous_commit", "work_mem",
      ]
      let values = try await connection.query(
        "select current_setting(name) from unnest(\(names)) with ordinality t(name, n) order by n", as: String.self)
      #expect(
        values == ["\"odd name\", public", "1500ms", "10s", "10s", "0", "test", "UTC", "UTF8", "on", "7MB"]
          || values.first == "\"odd name\",\"public\"")
      #expect(Array(values.dropFirst()) == ["1500ms", "10s", "10s", "0", "test", "UTC", "UTF8", "on", "7MB"])
    }
  }

  @Test func `a URL that is none says so and repeats no password`() {
    let error = #expect(throws: PostgresError.self) {
      try PostgresConfiguration(url: "postgresql://u:secret@h/db?nonsense=1", applicationName: "test")
    }
    #expect(error?.code == .configuration)
    #expect("\(String(describing: error)) \(String(reflecting: error))".contains("secret") == false)
    let configuration = try? PostgresConfiguration(url: "postgresql://u:secret@h/db", applicationName: "test")
    var dumped = ""
    dump(configuration, to: &dumped)
    #expect(!"\(String(describing: configuration)) \(String(reflecting: configuration)) \(dumped)".contains("secret"))
  }
}
