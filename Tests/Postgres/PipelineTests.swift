import FoundationEssentials
import Postgres
import Testing

@Suite struct PipelineTests {
  @Test func `each statement has its result, in order`() async throws {
    try await TestDatabase.withConnection { connection async throws in
      for _ in 0..<2 {
        let results = try await connection.pipeline([
          "create temporary table if not exists t(id int8)", "insert into t select generate_series(1, \(3))",
          "select count(*) from t", "select \("x") where false",
        ])
        #expect(results.map(\.affectedRows) == [0, 3, 1, 0])
        #expect(try results[2].rows(as: Int.self)[0] >= 3)
        #expect(try results[3].rows(as: String.self).isEmpty)
      }
      #expect(try await connection.pipeline([]).isEmpty)
    }
  }

  @Test func `the first error is thrown with its index, and outside a transaction nothing happened`() async throws {
    try await TestDatabase.withConnection { connection async throws in
      try await connection.script("create table t(id int8 primary key)")
      for _ in 0..<2 {
        let error = await #expect(throws: PostgresError.self) {
          try await connection.pipeline([
            "insert into t values (\(1))", "insert into t values (\(1))", "select no_such_column",
          ])
        }
        #expect(error?.statementIndex == 1 && error?.sqlState == .uniqueViolation)
      }
      let syntax = await #expect(throws: PostgresError.self) {
        try await connection.pipeline(["insert into t values (\(1))", "selekt", "select 2"])
      }
      #expect(syntax?.statementIndex == 1 && syntax?.sqlState == .syntaxError)
      #expect(try await connection.query("select count(*) from t", as: Int.self) == [0])
      #expect(try await connection.pipeline(["insert into t values (\(1))", "select 2"]).count == 2)
    }
  }

  @Test func `megabytes in both directions at once do not stop each other`() async throws {
    try await TestDatabase.withConnection { connection async throws in
      let block = [UInt8](repeating: 0xAB, count: 1 << 20)
      let statements = (0..<24).map { index -> SQL in "select \(block) || \([UInt8(index)]), repeat('x', 1000000)" }
      let results = try await connection.pipeline(statements)
      for (index, result) in results.enumerated() {
        let row = try result.rows(as: ([UInt8], String).self)[0]
        #expect(row.0.count == block.count + 1 && row.0.last == UInt8(index) && row.1.utf8.count == 1_000_000)
      }
    }
  }

  @Test func `thousands of small statements fit into one pipeline`() async throws {
    try await TestDatabase.withConnection { connection async throws in
      let results = try await connection.pipeline((0..<5000).map { number -> SQL in "select \(number)" })
      let numbers = try results.map { try $0.rows(as: Int.self)[0] }
      #expect(numbers == Array(0..<5000))
    }
  }

  @Test func `COPY is refused in a pipeline before anything is sent`() async throws {
    try await TestDatabase.withConnection { connection async throws in
      let error = await #expect(throws: PostgresError.self) {
        try await connection.pipeline(["select 1", "copy t from stdin"])
      }
      #expect(error?.code == .misuse)
      #expect(try await connection.query("select 1", as: Int.self) == [1])
    }
  }

  @Test func `a pipeline ends at its deadline and leaves a good connection`() async throws {
    try await TestDatabase.withConnection { connection async throws in
      let error = await #expect(throws: PostgresError.self) {
        try await connection.pipeline(["select 1", "select pg_sleep(60)", "select 2"], timeout: .milliseconds(200))
      }
      #expect(error?.code == .deadline && error?.statementIndex == 1)
      #expect(try await connection.query("select 1", as: Int.self) == [1])
    }
  }
}
