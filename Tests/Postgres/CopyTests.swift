import FoundationEssentials
import Postgres
import Testing

@Suite struct CopyTests {
  private struct Refusal: Error {}

  @Test func `binary rows arrive whole, nulls among them`() async throws {
    try await TestDatabase.withConnection { connection async throws in
      try await connection.script("create table t(id int8, name text, at timestamptz, body bytea)")
      let body = [UInt8](repeating: 9, count: 700)
      let at = Date(timeIntervalSince1970: 1_700_000_000)
      let count = try await connection.copyIn("copy t from stdin (format binary)") { rows in
        for id in 0..<5000 { try await rows.write(id, id % 2 == 0 ? "污\(id)" : nil, at, body) }
      }
      #expect(count == 5000)
      let found = try await connection.query(
        "select count(*), count(name), sum(length(body))::int8, min(at) from t", as: (Int, Int, Int, Date).self)[0]
      #expect(found == (5000, 2500, 3_500_000, at))
    }
  }

  @Test func `text goes in as it is`() async throws {
    try await TestDatabase.withConnection { connection async throws in
      try await connection.script("create table t(id int8, name text)")
      let count = try await connection.copyIn("copy t from stdin (format csv)") { rows in
        try await rows.write(raw: "1,\"a,b\"\n2,".utf8)
        try await rows.write(raw: "c\n".utf8)
      }
      #expect(count == 2)
      #expect(try await connection.query("select name from t order by id", as: String.self) == ["a,b", "c"])
    }
  }

  @Test func `a body that throws copies nothing and the connection goes on`() async throws {
    try await TestDatabase.withConnection { connection async throws in
      try await connection.script("create table t(id int8)")
      await #expect(throws: Refusal.self) {
        try await connection.copyIn("copy t from stdin (format binary)") { rows in
          for id in 0..<20_000 { try await rows.write(id) }
          throw Refusal()
        }
      }
      #expect(try await connection.query("select count(*) from t", as: Int.self) == [0])
    }
  }

  @Test func `what the server refuses is its error, and the connection goes on`() async throws {
    try await TestDatabase.withConnection { connection async throws in
      try await connection.script("create table t(id int8 primary key)")
      let twice = await #expect(throws: PostgresError.self) {
        try await connection.copyIn("copy t from stdin (format binary)") { rows in
          for _ in 0..<2 { try await rows.write(1) }
        }
      }
      #expect(twice?.sqlState == .uniqueViolation)
      let missing = await #expect(throws: PostgresError.self) {
        try await connection.copyIn("copy nowhere from stdin") { _ in }
      }
      #expect(missing?.sqlState == .undefinedTable)
      let noCopy = await #expect(throws: PostgresError.self) { try await connection.copyIn("select 1") { _ in } }
      #expect(noCopy?.code == .misuse)
      let during = await #expect(throws: PostgresError.self) {
        try await connection.copyIn("copy t from stdin (format binary)") { _ in try await connection.execute("select 1")
        }
      }
      #expect(during?.code == .misuse)
      #expect(try await connection.query("select count(*) from t", as: Int.self) == [0])
    }
  }
}
