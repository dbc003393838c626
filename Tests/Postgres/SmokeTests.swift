import Postgres
import Testing
import FoundationEssentials

@Suite struct SmokeTests {
  @Test func smoke() async throws {
    try await TestDatabase.withConnection { connection in
      let rows = try await connection.query("select \(1), \("x"), \(nil as String?)", as: (Int, String, String?).self)
      #expect(rows.count == 1 && rows[0].0 == 1 && rows[0].1 == "x" && rows[0].2 == nil)
      #expect(try await connection.query("select \([1, 2])", as: [Int].self) == [[1, 2]])
    }
    try await TestDatabase.with { database in
      let pool = PostgresPool(configuration: database.configuration, logger: TestDatabase.logger)
      try await pool.withTransaction { connection in
        try await connection.execute("create table t(id int8)")
        try await connection.withSavepoint { connection in
          _ = try await connection.pipeline(["insert into t values (\(1))", "insert into t values (\(2))"])
        }
      }
      #expect(try await pool.query("select count(*) from t", as: Int.self) == [2])
      await pool.shutdown()
    }
  }
}
