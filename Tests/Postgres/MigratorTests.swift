import FoundationEssentials
import Postgres
import Testing

@Suite struct MigratorTests {
  private let first = Migration(component: "a", number: 1, name: "one", text: "create table one(id int8);")
  private let second = Migration(
    component: "a", number: 2, name: "two", text: "insert into one values (1); insert into one values (2);")
  private let other = Migration(component: "b", number: 1, name: "other", text: "create table other(id int8);")

  private func migrator(
    _ database: TestDatabase, _ migrations: [Migration], role: String = "nobody_here"
  ) -> Migrator {
    Migrator(
      configuration: database.configuration, migrations: migrations, serviceRole: role, logger: TestDatabase.logger)
  }

  @Test func `steps are applied once and in order, and reported`() async throws {
    try await TestDatabase.with { database async throws in
      #expect(try await migrator(database, [first, second]).pending() == [first, second])
      #expect(try await migrator(database, [first, other]).migrate() == [first, other])
      #expect(try await migrator(database, [first, second, other]).pending() == [second])
      #expect(try await migrator(database, [first, second, other]).migrate() == [second])
      #expect(try await migrator(database, [first, second, other]).migrate() == [])
      let connection = try await database.connect()
      #expect(try await connection.query("select count(*) from one", as: Int.self) == [2])
      let checksums = try await connection.query(
        """
        select checksum = encode(sha256(convert_to(\(first.text), 'UTF8')), 'hex') from schema_migration
        where number = 1 and component = 'a'
        """,
        as: Bool.self)
      #expect(checksums == [true])
      await connection.close()
    }
  }

  @Test func `two migrators started together both succeed, and each step runs once`() async throws {
    try await TestDatabase.with { database async throws in
      let slow = Migration(
        component: "a", number: 1, name: "slow", text: "create table one(id int8); select pg_sleep(0.3);")
      let applied = try await withThrowingTaskGroup(of: [Migration].self) { group in
        for _ in 0..<4 { group.addTask { try await migrator(database, [slow, second]).migrate() } }
        return try await group.reduce(into: []) { $0 += $1 }
      }
      #expect(applied == [slow, second])
      let connection = try await database.connect()
      #expect(try await connection.query("select count(*) from one", as: Int.self) == [2])
      await connection.close()
    }
  }

  @Test func `a changed text, a gap and a newer database are told apart`() async throws {
    try await TestDatabase.with { database async throws in
      try await migrator(database, [first, second]).migrate()
      func refusal(_ migrations: [Migration]) async -> String {
        let error = await #expect(throws: PostgresError.self) { try await migrator(database, migrations).migrate() }
        #expect(error?.code == .migration)
        return error?.message ?? ""
      }
      var changed = first
      changed.text += " "
      #expect(await refusal([changed, second]).contains("was changed after it had been applied"))
      #expect(await refusal([first]).contains("does not know"))
      #expect(await refusal([second]).contains("stands where number 1 belongs"))
      #expect(try await migrator(database, [first]).pending() == [], "an old service goes on beside a newer schema")
      let connection = try await database.connect()
      try await connection.execute("delete from schema_migration where number = 1")
      #expect(await refusal([first, second]).contains("is missing in the database"))
      await connection.close()
    }
  }

  @Test func `a step that fails leaves no trace, those before it stay`() async throws {
    try await TestDatabase.with { database async throws in
      let broken = Migration(
        component: "a", number: 2, name: "broken", text: "insert into one values (1); select 1 / 0;")
      let error = await #expect(throws: PostgresError.self) { try await migrator(database, [first, broken]).migrate() }
      #expect(error?.sqlState?.rawValue == "22012" && error?.message.contains("a 2 (broken)") == true)
      let committing = Migration(component: "a", number: 2, name: "sly", text: "insert into one values (1); rollback;")
      let sly = await #expect(throws: PostgresError.self) {
        try await migrator(database, [first, committing]).migrate()
      }
      #expect(sly?.code == .migration)
      #expect(try await migrator(database, [first, second]).migrate() == [second])
      let connection = try await database.connect()
      #expect(try await connection.query("select count(*) from one", as: Int.self) == [2])
      await connection.close()
    }
  }

  @Test func `a migration grants to the service's role by its setting`() async throws {
    try await TestDatabase.with { database async throws in
      let role = "role_" + UUID().uuidString.lowercased().filter { $0 != "-" }
      let connection = try await database.connect()
      try await connection.execute("create role \(identifier: role)")
      let grant = Migration(
        component: "a", number: 2, name: "grants",
        text: """
          do $$ begin
            execute format('grant select on one to %I', current_setting('ecoredress.service_role'));
          end $$;
          """)
      try await migrator(database, [first, grant], role: role).migrate()
      let privileges = try await connection.query(
        "select has_table_privilege(\(role), 'one', 'select'), has_table_privilege(\(role), 'one', 'insert')",
        as: (Bool, Bool).self)[0]
      #expect(privileges == (true, false))
      try await connection.script("drop owned by \"\(role)\"; drop role \"\(role)\"")
      await connection.close()
    }
  }
}
