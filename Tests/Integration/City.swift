import Contracts
import Foundation
import Kafka
import Postgres
import Support
import Synchronization
import Testing

/// `petitions` as built, with a database and topics of the test's own: the service as an operator starts it. Others of the
/// four can join.
final class City: Sendable {
  static let database = Mutex(0)

  let topics: TestTopics
  let database: String
  let folder: String
  private let environment: [String: String]
  private let processes = Mutex<[ServiceProcess]>([])
  private let own = Mutex<[String: [String: String]]>([:])

  /// Prepares everything as `deploy/run` does, runs the body, ends what was started and takes everything away.
  /// - Parameters:
  ///   - clock: where the business clock stands, such as `2024-02-15T01:00:00Z`; nil for real time.
  ///   - profile: whose rules are applied.
  ///   - rules: the folder of the rule packs; nil for the project's.
  static func with(
    bootstrapServers: String? = nil, databaseServer: String? = nil, clock: String? = nil,
    profile: String = "jiujiang", rules: String? = nil, _ body: (City) async throws -> Void
  ) async throws {
    let city = try await City(
      bootstrapServers: bootstrapServers, databaseServer: databaseServer, clock: clock, profile: profile,
      rules: rules)
    let result: Result<Void, any Error>
    do {
      try await city.prepare()
      result = .success(try await body(city))
    } catch {
      result = .failure(error)
    }
    await city.end()
    try result.get()
  }

  private let server: String
  private let rules: String

  private init(
    bootstrapServers: String?, databaseServer: String?, clock: String?, profile: String, rules: String?
  ) async throws {
    self.rules = rules ?? "\(Surroundings.root)/deploy/rules"
    topics = try TestTopics(bootstrapServers: bootstrapServers)
    server = try databaseServer ?? Surroundings.databaseURL
    database = "city_" + UUID().uuidString.lowercased().filter { $0 != "-" }.prefix(16)
    folder = NSTemporaryDirectory() + database
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    var environment = try Self.environment(topics: topics, profile: profile)
    environment["DATABASE_URL"] = try TestSchema.url(server, database: database, role: "\(database)_s")
    environment["MIGRATION_DATABASE_URL"] = try TestSchema.url(server, database: database, role: "\(database)_o")
    environment["BUSINESS_CLOCK_START"] = clock
    self.environment = environment
  }

  /// What a service is told beside the addresses of its database.
  static func environment(topics: TestTopics, profile: String = "jiujiang") throws -> [String: String] {
    let keys = try Surroundings.keys
    func key(_ name: String) throws -> String {
      try String(contentsOfFile: "\(keys)/\(name)", encoding: .utf8).trimmingCharacters(in: .whitespacesAndNewlines)
    }
    return [
      "ENVIRONMENT": "development", "KAFKA_BOOTSTRAP_SERVERS": topics.settings.bootstrapServers,
      "TOPIC_PREFIX": topics.prefix, "HTTP_HOST": "127.0.0.1", "JWKS": "\(keys)/jwks.json",
      "JWT_ISSUER": "ecoredress-local", "JWT_AUDIENCE": "ecoredress", "RULES_PROFILE": profile,
      "END_WITH_PARENT": "true",
      "LOG_LEVEL": "info", "SEALING_VAULT_PUBLIC_KEY": try key("petitions-vault.pub"),
      "SEALING_NOTIFICATIONS_PUBLIC_KEY": try key("notifications.pub"),
      "SEALING_PRIVATE_KEYS_FILE": "\(keys)/petitions-vault.key", "SEALING_SEARCH_KEY_FILE": "\(keys)/search-hash.key",
      "OPEN311_REGION": "360400",
    ]
  }

  private func prepare() async throws {
    let connection = try await PostgresConnection.connect(
      try PostgresConfiguration(url: server, applicationName: "test"), logger: TestSchema.logger)
    try await connection.execute("create database \(identifier: database)")
    for role in ["\(database)_o", "\(database)_s"] {
      try await connection.execute("create role \(identifier: role) login password 'test'")
    }
    await connection.close()
    let inside = try await administrator()
    try await inside.execute("create schema petitions authorization \(identifier: "\(database)_o")")
    await inside.close()
    try await prepare("petitions")
  }

  /// Makes a service's tables and topics and loads the rules.
  private func prepare(_ program: String) async throws {
    try await command("migrate", of: program)
    try await command("rules", "load", rules, of: program)
    try await command("topics", of: program)
  }

  /// Prepares another of the four services in the same city, and starts it.
  /// - Parameter more: settings of its own, for every start.
  func join(_ program: String, _ more: [String: String] = [:]) async throws -> ServiceProcess {
    own.withLock { $0[program] = more }
    let inside = try await administrator()
    try await inside.execute("create schema \(identifier: program) authorization \(identifier: "\(database)_o")")
    await inside.close()
    try await prepare(program)
    return try start(program: program)
  }

  /// What only one of the services is told.
  private func settings(of program: String) throws -> [String: String] {
    let own = own.withLock { $0[program] ?? [:] }
    guard program == "notifications" else { return own }
    return [
      "SEALING_PRIVATE_KEYS_FILE": "\(try Surroundings.keys)/notifications.key",
      "NOTIFICATION_OUTBOX_DIR": "\(folder)/messages", "WEBHOOK_ALLOW_PRIVATE_ADDRESSES": "true",
    ].merging(own) { $1 }
  }

  /// A superuser's connection to the city's database, in the schema.
  func administrator() async throws -> PostgresConnection {
    try await PostgresConnection.connect(
      try PostgresConfiguration(
        url: try TestSchema.url(server, database: database, role: nil), applicationName: "test",
        searchPath: ["petitions"]), logger: TestSchema.logger)
  }

  /// Runs a subcommand to its end; it must succeed, or end with the code given.
  func command(_ arguments: String..., of program: String = "petitions", code: Int32 = 0) async throws {
    let process = try ServiceProcess(
      program, arguments, environment: environment.merging(try settings(of: program)) { $1 },
      log: "\(folder)/\(program)-\(arguments[0]).log")
    let ended = try await process.waitForEnd(within: .seconds(60))
    try #require(ended && process.exitStatus == code, "\(arguments): \(process.lastWords)")
  }

  /// Runs a subcommand with `--json` to its end, which must be good; answers what it printed.
  /// - Parameter more: settings of this run alone.
  func answer(_ arguments: String..., of program: String = "petitions", with more: [String: String] = [:]) async throws
    -> JSON
  {
    var environment = environment.merging(try settings(of: program)) { $1 }
    environment["LOG_LEVEL"] = "critical"
    environment.merge(more) { $1 }
    let (status, output) = try await Tool.run(
      "\(try Surroundings.programs)/\(program)", arguments + ["--json"], environment: environment)
    try #require(status == 0, "\(arguments): \(output)")
    return try JSON(parsing: Array(output.utf8))
  }

  /// Starts a replica.
  /// - Parameter name: its static name in the consumer group, under which a successor takes its place at once. The
  ///   small broker never gives a dead member up, so whoever is killed must come back under the same name; nil for one
  ///   that leaves in order.
  ///   - more: settings of this start alone.
  func start(
    _ name: String? = "only", program: String = "petitions", faults: String? = nil, with more: [String: String] = [:]
  ) throws -> ServiceProcess {
    let number = City.database.withLock { number in
      number += 1
      return number
    }
    var environment = environment.merging(try settings(of: program)) { $1 }
    environment["KAFKA_CONSUMER_GROUP_INSTANCE_ID"] = name
    environment["HTTP_PORT"] = String(FreePort.next())
    environment["FAULT_POINTS"] = faults
    environment.merge(more) { $1 }
    let process = try ServiceProcess(
      program, ["serve"], environment: environment, log: "\(folder)/serve-\(number).log")
    processes.withLock { $0.append(process) }
    return process
  }

  private func end() async {
    for process in processes.withLock({ $0 }) { await process.stop() }
    try? await topics.delete()
    if let connection = try? await PostgresConnection.connect(
      try PostgresConfiguration(url: server, applicationName: "test"), logger: TestSchema.logger)
    {
      _ = try? await connection.execute("drop database if exists \(identifier: database) with (force)")
      for role in ["\(database)_o", "\(database)_s"] {
        _ = try? await connection.execute("drop role if exists \(identifier: role)")
      }
      await connection.close()
    }
    try? FileManager.default.removeItem(atPath: folder)
  }
}
