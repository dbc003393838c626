import Contracts
import FoundationEssentials
import Postgres
import Support
import Testing

/// The roles that deploy/bootstrap.sql makes, on schemas that the four services migrated: each is let at its own and at
/// nothing else.
@Suite("Database roles", .serialized)
struct DatabaseRolesTests {
  private static let services = ServiceName.allCases.map(\.rawValue).sorted()
  private static let password = "roles-test"
  private let database = "roles_" + UUID().uuidString.lowercased().prefix(8)

  private func url(_ role: String?) throws -> String {
    let url = try TestSchema.url(try Surroundings.databaseURL, database: database, role: role)
    return role == nil ? url : url.replacing(":test@", with: ":\(Self.password)@")
  }

  private func connect(_ role: String?) async throws -> PostgresConnection {
    try await PostgresConnection.connect(
      try PostgresConfiguration(url: try url(role), applicationName: "test"), logger: TestSchema.logger)
  }

  /// Makes the database as an operator does, and takes it away again; the roles are the server's and go too.
  private func bootstrapped(_ body: (_ administrator: PostgresConnection) async throws -> Void) async throws {
    var variables = ["ECOREDRESS_DATABASE": database]
    for service in Self.services {
      variables["\(service.uppercased())_PASSWORD"] = Self.password
      variables["\(service.uppercased())_OWNER_PASSWORD"] = Self.password
    }
    let server = try Surroundings.databaseURL
    try await run(
      "/usr/bin/psql",
      ["--no-psqlrc", "--quiet", "--dbname=\(server)", "--file=\(Surroundings.root)/deploy/bootstrap.sql"], variables)
    let result: Result<Void, any Error>
    do {
      for service in Self.services {
        var environment = try City.environment(topics: try TestTopics())
        environment["MIGRATION_DATABASE_URL"] = try url("\(service)_owner")
        environment["DATABASE_URL"] = try url(service)
        if service == "notifications" {
          environment["SEALING_PRIVATE_KEYS_FILE"] = "\(try Surroundings.keys)/notifications.key"
        }
        try await run("\(try Surroundings.programs)/\(service)", ["migrate"], environment)
      }
      let administrator = try await connect(nil)
      result = .success(try await body(administrator))
      await administrator.close()
    } catch {
      result = .failure(error)
    }
    try await run(
      "/usr/bin/psql",
      [
        "--no-psqlrc", "--quiet", "--dbname=\(server)", "--command=drop database \(database) with (force)",
        "--command=drop role " + Self.services.flatMap { [$0, "\($0)_owner"] }.joined(separator: ", "),
      ], [:])
    try result.get()
  }

  private func run(_ program: String, _ arguments: [String], _ environment: [String: String]) async throws {
    let (status, output) = try await Tool.run(program, arguments, environment: environment)
    try #require(status == 0, "\(program) \(arguments): \(output)")
  }

  /// Whether the role is refused, for want of a right and for nothing else.
  private func isRefused(_ statement: String, to connection: PostgresConnection) async -> String? {
    do {
      try await connection.execute(SQL(unescaped: statement))
      return "is allowed"
    } catch {
      return error.sqlState == .insufficientPrivilege ? nil : "\(error)"
    }
  }

  @Test
  func `each role is refused what belongs to the others, the server, and the books of its own that are not rewritten`()
    async throws
  {
    try await bootstrapped { administrator in
      let tables = try await administrator.query(
        "select schemaname::text, tablename::text from pg_tables where schemaname = any(\(Self.services))",
        as: (String, String).self)
      #expect(tables.count > 100)
      var faults: [String] = []
      for service in Self.services {
        for role in [service, "\(service)_owner"] {
          let connection = try await connect(role)
          var statements = tables.filter { $0.0 != service }.flatMap { schema, table in
            ["select 1 from \(schema).\"\(table)\" limit 1", "delete from \(schema).\"\(table)\""]
          }
          for other in Self.services where other != service {
            statements += [
              "create table \(other).mine (id int)", "set role \(other)", "set role \(other)_owner",
              "drop schema \(other) cascade",
              "alter role \(other) password 'x'", "select 1 from \(other).outbox_upkeep('8 days')",
            ]
          }
          statements += [
            "create database mine", "create role mine", "create table public.mine (id int)",
            "alter system set fsync = off",
            "do $$ begin execute 'copy (select 1) to program ''id'''; end $$", "select pg_read_file('/etc/passwd')",
            "select lo_import('/etc/passwd')",
          ]
          if role == service {
            statements += [
              "create table \(service).mine (id int)", "create temporary table mine (id int)",
              "update \(service).audit set action = ''",
              "delete from \(service).audit", "delete from \(service).audit_seal",
              "update \(service).outbox set key = ''",
              "delete from \(service).inbox", "drop table \(service).timer",
              "alter table \(service).audit disable trigger all",
            ]
          }
          for statement in statements {
            if let said = await isRefused(statement, to: connection) { faults.append("\(role): \(statement): \(said)") }
          }
          await connection.close()
        }
      }
      #expect(faults == [])
      // What is refused above is refused for the role, not for the statement: its own it may read.
      let own = try await connect("petitions")
      #expect(await isRefused("select 1 from petitions.audit limit 1", to: own) == "is allowed")
      await own.close()
    }
  }
}
