public import Postgres
import FoundationEssentials
public import Logging

/// A database of a test's own with one schema in it, migrated under an owner role and used under a service role, as in
/// production: a missing grant shows in the tests. Tests whose schemas are alike share the two roles.
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

  /// Makes the database as a copy of one with these migrations, runs the body, drops the database.
  public static func with<Value>(
    _ schema: String, _ migrations: [Migration], _ body: (TestSchema) async throws -> Value
  ) async throws -> Value {
    let template = try await TestTemplates.shared.template(schema, migrations)
    let test = try TestSchema(database: name("test"), schema: schema, template: template)
    let server = try await server()
    try await server.execute("create database \(identifier: test.database) template \(identifier: template)")
    await server.close()
    let result: Result<Value, any Error>
    do {
      result = .success(try await body(test))
    } catch {
      result = .failure(error)
    }
    let after = try await Self.server()
    try await after.execute("drop database \(identifier: test.database) with (force)")
    await after.close()
    return try result.get()
  }

  /// - Parameter template: the database that the roles are named after.
  init(database: String, schema: String, template: String) throws {
    self.database = database
    self.schema = schema
    func configuration(_ role: String?) throws -> PostgresConfiguration {
      try PostgresConfiguration(
        url: Self.url(try Surroundings.databaseURL, database: database, role: role), applicationName: "test",
        searchPath: [schema])
    }
    self.configuration = try configuration("\(template)_service")
    owner = try configuration("\(template)_owner")
    administrator = try configuration(nil)
  }

  /// A name that nobody else has.
  static func name(_ kind: String) -> String {
    "\(kind)_" + UUID().uuidString.lowercased().filter { $0 != "-" }.prefix(16)
  }

  /// The superuser, in the server's own database.
  static func server() async throws -> PostgresConnection {
    try await PostgresConnection.connect(
      try PostgresConfiguration(url: try Surroundings.databaseURL, applicationName: "test"), logger: logger)
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
}
