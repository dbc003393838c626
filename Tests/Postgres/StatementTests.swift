import FoundationEssentials
import Postgres
import Testing

@Suite struct StatementTests {
  @Test func `text is built once with numbered parameters and prints no value`() {
    let secret = "13800000000"
    let sql: SQL = "select * from \(identifier: "we\"ird") where a = \(secret) and b = \(1) \(unescaped: "limit 5")"
    #expect(sql.text == "select * from \"we\"\"ird\" where a = $1 and b = $2 limit 5")
    #expect(sql.description == sql.text)
    #expect(!sql.debugDescription.contains(secret) && sql.debugDescription.contains("$1::text = ****"))
  }

  @Test func `a part of a statement keeps its parameters bound`() async throws {
    let condition: SQL = "value between \(2) and \(3)"
    try await TestDatabase.withConnection { connection async throws in
      let rows = try await connection.query(
        "select value from unnest(\([1, 2, 3, 4])) value where value > \(0) and \(condition) and value < \(9)",
        as: Int.self)
      #expect(rows == [2, 3])
    }
  }

  @Test(arguments: ["'; drop table victim; --", "$1", "\\'; select 1", "\") ; drop table victim", "x' or '1'='1"])
  func `what a value holds is never executed`(hostile: String) async throws {
    try await TestDatabase.withConnection { connection async throws in
      try await connection.script("create table victim(name text); insert into victim values ('a')")
      #expect(try await connection.execute("update victim set name = \(hostile) where name = \(hostile)") == 0)
      #expect(try await connection.execute("insert into victim values (\(hostile))") == 1)
      let rows = try await connection.query("select name from victim where name <> 'a'", as: String.self)
      #expect(rows == [hostile])
      try await connection.execute("create table \(identifier: hostile)(id int)")
      let tables = try await connection.query(
        "select count(*) from pg_tables where tablename = \(hostile)", as: Int.self)
      #expect(tables == [1])
    }
  }

  @Test func `a statement's text with a zero character is refused and not cut off`() async throws {
    try await TestDatabase.withConnection { connection async throws in
      let error = await #expect(throws: PostgresError.self) {
        try await connection.execute("select 1 \(unescaped: "\0 where false")")
      }
      #expect(error?.code == .misuse)
      #expect(try await connection.query("select 1", as: Int.self) == [1])
    }
  }

  private func preparedCount(_ connection: PostgresConnection) async throws -> Int {
    try await connection.query("select count(*) from pg_prepared_statements", as: Int.self)[0]
  }

  @Test func `statements stay prepared up to the limit, and pasted text floods nothing`() async throws {
    try await TestDatabase.withConnection({ $0.preparedStatementLimit = 8 }) { connection async throws in
      for _ in 0..<3 { try await connection.execute("select \(1) + \(2)") }
      #expect(try await preparedCount(connection) == 2)
      for index in 0..<50 { try await connection.execute("select \(unescaped: "\(index)")") }
      #expect(try await preparedCount(connection) == 2)
      // A pasted text that comes again is worth preparing.
      for _ in 0..<3 { try await connection.execute("select \(unescaped: "'again'")") }
      #expect(try await preparedCount(connection) == 3)
      for _ in 0..<2 { for index in 0..<30 { try await connection.execute("select \(unescaped: "\(index)"), 'many'") } }
      // The one that just made room is dropped in the next round trip.
      #expect(try await preparedCount(connection) <= 9)
    }
  }

  @Test func `the same text with other types is another statement`() async throws {
    try await TestDatabase.withConnection { connection async throws in
      func type(of value: some PostgresEncodable) async throws -> [String] {
        try await connection.query("select pg_typeof(\(value))::text", as: String.self)
      }
      #expect(try await type(of: 1) == ["bigint"])
      #expect(try await type(of: "x") == ["text"])
      #expect(try await type(of: UUID()) == ["uuid"])
    }
  }

  @Test func `a table that changes under a prepared statement is read anew`() async throws {
    try await TestDatabase.withConnection { connection async throws in
      try await connection.script("create table t(a int8); insert into t values (1)")
      func all<each Column: PostgresDecodable>(
        _ type: (repeat each Column).Type
      ) async throws -> [(repeat each Column)] { try await connection.query("select * from t", as: type) }
      _ = try await all(Int.self)
      try await connection.script("alter table t add column b text default 'new'")
      let rows = try await all((Int, String).self)
      #expect(rows.count == 1 && rows[0] == (1, "new"))
      // Inside a transaction it cannot be repeated unseen; the next transaction is well again.
      try await connection.script("alter table t drop column b")
      try await connection.execute("begin")
      let error = await #expect(throws: PostgresError.self) { try await all(Int.self) }
      #expect(error?.sqlState == .featureNotSupported)
      try await connection.execute("rollback")
      #expect(try await all(Int.self) == [1])
    }
  }

  @Test func `statements the server has dropped are prepared anew, once`() async throws {
    try await TestDatabase.withConnection { connection async throws in
      func one() async throws -> [Int] { try await connection.query("select 1", as: Int.self) }
      _ = try await one()
      try await connection.script("discard all")
      #expect(try await one() == [1])
      try await connection.script("begin; deallocate all")
      let error = await #expect(throws: PostgresError.self) { try await one() }
      #expect(error?.sqlState == .invalidStatementName)
      try await connection.execute("rollback")
      #expect(try await one() == [1])
    }
  }

  @Test func `a server's error tells its state, table and constraint, and hides the row from its description`()
    async throws
  {
    try await TestDatabase.withConnection { connection async throws in
      try await connection.script("create table t(id int8 constraint only_once primary key)")
      try await connection.execute("insert into t values (\(4711))")
      let error = try #require(
        await #expect(throws: PostgresError.self) { try await connection.execute("insert into t values (\(4711))") })
      #expect(error.code == .server && error.sqlState == .uniqueViolation && !error.isTransient)
      #expect(error.table == "t" && error.constraint == "only_once")
      #expect(error.description.hasPrefix("23505: ") && error.description.contains("only_once"))
      #expect(!error.description.contains("4711") && error.debugDescription.contains("4711"))
      #expect(error.debugDescription.contains("insert into t values ($1)"))
    }
  }
}
