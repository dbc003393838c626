import FoundationEssentials
import Logging
import Postgres

/// A database of the tests' own on the server of `DATABASE_URL`, dropped at the end.
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

  /// Runs the body in a fresh database.
  static func with<Value>(
    _ change: (inout PostgresConfiguration) -> Void = { _ in },
    _ body: (TestDatabase) async throws -> Value
  ) async throws -> Value {
    let administration = try await PostgresConnection.connect(
      PostgresConfiguration(url: serverURL, applicationName: "test administration"), logger: logger)
    let name = "postgres_test_" + UUID().uuidString.lowercased().filter { $0 != "-" }
    try await administration.execute("create database \(identifier: name)")
    var configuration = try PostgresConfiguration(url: url(forDatabase: name), applicationName: "test")
    change(&configuration)
    let result: Result<Value, any Error>
    do {
      result = .success(try await body(TestDatabase(name: name, configuration: configuration)))
    } catch {
      result = .failure(error)
    }
    try await administration.execute("drop database if exists \(identifier: name) with (force)")
    await administration.close()
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

/// Tests need a real server.
struct MissingDatabaseURL: Error, CustomStringConvertible {
  var description: String { "DATABASE_URL is not set: these tests run against a real PostgreSQL, as superuser" }
}
