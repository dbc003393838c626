public import Postgres
import FoundationEssentials
public import Logging

/// A database of a test's own with one schema in it, migrated under an owner role and used under a service role, as in
/// production: a missing grant shows in the tests.
public struct TestSchema: Sendable {
  public let database: String
  public let schema: String
  /// The service's login role.
  public let configuration: PostgresConfiguration
  /// The owner of the schema.
  public let owner: PostgresConfiguration
  /// The superuser, in the test's database.
  public let administrator: PostgresConfiguration

  /// Silent, unless TEST_LOG is set.
  public static let logger = Logger(label: "test") { label -> any LogHandler in
    guard ProcessInfo.processInfo.environment["TEST_LOG"] != nil else { return SwiftLogNoOpLogHandler() }
    return StreamLogHandler.standardError(label: label)
  }

  /// Makes the database, applies the migrations, runs the body, drops the database.
  public static func with<Value>(
    _ schema: String, _ migrations: [Migration], _ body: (TestSchema) async throws -> Value
  ) async throws -> Value {
    let test = try await create(schema)
    let result: Result<Value, any Error>
    do {
      _ = try await Migrator(
        configuration: test.owner, migrations: migrations, serviceRole: test.serviceRole, logger: logger
      ).migrate()
      let connection = try await PostgresConnection.connect(test.owner, logger: logger)
      _ = try await connection.query("select outbox_upkeep(interval '8 days')", as: Int.self)
      _ = try await connection.query(
        "select outbox_start_over(shard::smallint) from generate_series(0, 1) shard", as: Int64.self)
      _ = try await connection.execute(
        "insert into messaging_setting (name, value) values ('outbox.shards', '2')")
      await connection.close()
      result = .success(try await body(test))
    } catch {
      result = .failure(error)
    }
    try await test.drop()
    return try result.get()
  }

  private var serviceRole: String { "\(database)_service" }
  private var ownerRole: String { "\(database)_owner" }

  private static func create(_ schema: String) async throws -> TestSchema {
    let name = "test_" + UUID().uuidString.lowercased().filter { $0 != "-" }.prefix(16)
    let server = try await PostgresConnection.connect(
      try PostgresConfiguration(url: try Surroundings.databaseURL, applicationName: "test"), logger: logger)
    try await server.execute("create database \(identifier: name)")
    for role in ["\(name)_owner", "\(name)_service"] {
      try await server.execute("create role \(identifier: role) login password 'test'")
    }
    await server.close()
    let test = TestSchema(
      database: name, schema: schema,
      configuration: try configuration(name, schema, role: "\(name)_service"),
      owner: try configuration(name, schema, role: "\(name)_owner"),
      administrator: try PostgresConfiguration(
        url: url(database: name, role: nil), applicationName: "test", searchPath: [schema]))
    let inside = try await PostgresConnection.connect(test.administrator, logger: logger)
    try await inside.execute("create schema \(identifier: schema) authorization \(identifier: test.ownerRole)")
    await inside.close()
    return test
  }

  private static func configuration(_ database: String, _ schema: String, role: String) throws -> PostgresConfiguration
  {
    try PostgresConfiguration(
      url: url(database: database, role: role), applicationName: "test", searchPath: [schema])
  }

  private static func url(database: String, role: String?) throws -> String {
    try url(try Surroundings.databaseURL, database: database, role: role)
  }

  /// A server's address with another database and, when given, another role with the password `test`.
  public static func url(_ url: String, database: String, role: String?) throws -> String {
    guard let scheme = url.firstRange(of: "://") else { throw Surroundings.Missing(name: "DATABASE_URL as a URL") }
    let rest = url[scheme.upperBound...]
    var authority = String(rest.prefix { $0 != "/" && $0 != "?" })
    let query = rest.firstIndex(of: "?").map { String(rest[$0...]) } ?? ""
    if let role {
      let host = authority.lastIndex(of: "@").map { String(authority[authority.index(after: $0)...]) } ?? authority
      authority = "\(role):test@\(host)"
    }
    return "\(url[..<scheme.upperBound])\(authority)/\(database)\(query)"
  }

  private func drop() async throws {
    let server = try await PostgresConnection.connect(
      try PostgresConfiguration(url: try Surroundings.databaseURL, applicationName: "test"), logger: Self.logger)
    try await server.execute("drop database \(identifier: database) with (force)")
    try await server.execute("drop role \(identifier: serviceRole)")
    try await server.execute("drop role \(identifier: ownerRole)")
    await server.close()
  }
}
