import FoundationEssentials
import Logging
import Postgres

/// A schema of a test's own, on the server of `DATABASE_URL`.
struct TestDatabase {
  let name: String
  let configuration: PostgresConfiguration

  static var serverURL: String {
    get throws {
      guard let url = Environment.value("DATABASE_URL") else { throw MissingDatabaseURL() }
      return url
    }
  }

  static let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

  /// Runs the body with a schema of its own in a database that the tests running at the same time share.
  static func with<Value>(
    _ change: (inout PostgresConfiguration) -> Void = { _ in },
    _ body: (TestDatabase) async throws -> Value
  ) async throws -> Value {
    let name = try await SharedDatabase.shared.enter()
    let schema = "test_" + UUID().uuidString.lowercased().filter { $0 != "-" }
    var configuration = try PostgresConfiguration(
      url: url(forDatabase: name), applicationName: "test", searchPath: [schema])
    let administration = try await PostgresConnection.connect(configuration, logger: logger)
    try await administration.execute("create schema \(identifier: schema)")
    await administration.close()
    change(&configuration)
    let result: Result<Value, any Error>
    do {
      result = .success(try await body(TestDatabase(name: name, configuration: configuration)))
    } catch {
      result = .failure(error)
    }
    try await SharedDatabase.shared.leave()
    return try result.get()
  }

  /// Runs the body with one connection to a fresh database.
  static func withConnection<Value>(
    _ change: (inout PostgresConfiguration) -> Void = { _ in },
    _ body: (PostgresConnection) async throws -> Value
  ) async throws -> Value {
    try await with(change) { database in
      let connection = try await database.connect()
      let value = try await body(connection)
      await connection.close()
      return value
    }
  }

  func connect() async throws -> PostgresConnection {
    try await PostgresConnection.connect(configuration, logger: Self.logger)
  }

  /// The server's URL with another database.
  static func url(forDatabase name: String) throws -> String {
    let url = try serverURL
    guard let scheme = url.firstRange(of: "://") else { return "\(url) dbname=\(name)" }
    let rest = url[scheme.upperBound...]
    let query = rest.firstIndex(of: "?").map { String(rest[$0...]) } ?? ""
    let authority = rest.prefix { $0 != "/" && $0 != "?" }
    return "\(url[..<scheme.upperBound])\(authority)/\(name)\(query)"
  }
}

extension TestDatabase {
  /// The server's URL with another database, by way of a port of this machine; user and password stay.
  static func url(forDatabase name: String, through port: UInt16) throws -> String {
    let url = try serverURL
    let authority = url.firstRange(of: "://").map { url[$0.upperBound...].prefix { $0 != "/" && $0 != "?" } } ?? ""
    let user = authority.lastIndex(of: "@").map { authority[...$0] } ?? "postgres@"
    return "postgresql://\(user)127.0.0.1:\(port)/\(name)?gssencmode=disable&sslmode=disable"
  }
}

/// The database the tests use: made for the first, dropped after the last.
private actor SharedDatabase {
  static let shared = SharedDatabase()

  private var users = 0
  private var creation: Task<String, any Error>?

  func enter() async throws -> String {
    users += 1
    if let creation { return try await creation.value }
    let creation = Task {
      let name = "postgres_test_" + UUID().uuidString.lowercased().filter { $0 != "-" }
      try await Self.administer("create database \(identifier: name)")
      return name
    }
    self.creation = creation
    return try await creation.value
  }

  func leave() async throws {
    users -= 1
    guard users == 0, let name = try await creation?.value, users == 0 else { return }
    creation = nil
    try await Self.administer("drop database if exists \(identifier: name) with (force)")
  }

  private static func administer(_ statement: SQL) async throws {
    var configuration = try PostgresConfiguration(url: TestDatabase.serverURL, applicationName: "test")
    configuration.statementTimeout = .zero
    configuration.callTimeout = .seconds(120)
    let connection = try await PostgresConnection.connect(configuration, logger: TestDatabase.logger)
    try await connection.execute(statement)
    await connection.close()
  }
}

/// Tests need a real server.
struct MissingDatabaseURL: Error, CustomStringConvertible {
  var description: String { "DATABASE_URL is not set: these tests run against a real PostgreSQL, as superuser" }
}
