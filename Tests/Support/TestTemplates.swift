import Foundation
import Postgres
import Synchronization

/// Migrated databases that those of tests are copied from: to copy one takes a fraction of the time that its migrations take.
/// Made when first asked for, and taken away when the process ends.
actor TestTemplates {
  static let shared = TestTemplates()

  private struct Key: Hashable {
    let schema: String
    let migrations: [Migration]
  }

  private static let names = Mutex<[String]>([])
  private var made: [Key: Task<String, any Error>] = [:]

  /// The name of a database whose schema has these migrations; the roles are named after it.
  func template(_ schema: String, _ migrations: [Migration]) async throws -> String {
    let key = Key(schema: schema, migrations: migrations)
    let task = made[key] ?? Task { try await Self.make(schema, migrations) }
    made[key] = task
    return try await task.value
  }

  private static func make(_ schema: String, _ migrations: [Migration]) async throws -> String {
    let name = TestSchema.name("template")
    if names.withLock({ names in
      defer { names.append(name) }
      return names.isEmpty
    }) {
      atexit { TestTemplates.remove() }
    }
    let server = try await TestSchema.server()
    try await server.execute("create database \(identifier: name)")
    for role in ["\(name)_owner", "\(name)_service"] {
      try await server.execute("create role \(identifier: role) login password 'test'")
    }
    await server.close()
    let template = try TestSchema(database: name, schema: schema, template: name)
    let inside = try await PostgresConnection.connect(template.administrator, logger: TestSchema.logger)
    try await inside.execute("create schema \(identifier: schema) authorization \(identifier: "\(name)_owner")")
    await inside.close()
    _ = try await Migrator(
      configuration: template.owner, migrations: migrations, serviceRole: "\(name)_service", logger: TestSchema.logger
    ).migrate()
    let owner = try await PostgresConnection.connect(template.owner, logger: TestSchema.logger)
    _ = try await owner.query("select outbox_upkeep(interval '8 days')", as: Int.self)
    _ = try await owner.query(
      "select outbox_start_over(shard::smallint) from generate_series(0, 1) shard", as: Int64.self)
    _ = try await owner.execute("insert into messaging_setting (name, value) values ('outbox.shards', '2')")
    await owner.close()
    return name
  }

  /// At the end of the process nothing can be waited for but another program.
  private static func remove() {
    guard let url = try? Surroundings.databaseURL else { return }
    let psql = Process()
    psql.executableURL = URL(filePath: "/usr/bin/psql")
    psql.arguments = ["--no-psqlrc", "--quiet", "--dbname=\(url)"]
    for name in names.withLock({ $0 }) {
      psql.arguments? += [
        "--command=drop database if exists \(name) with (force)",
        "--command=drop role if exists \(name)_owner, \(name)_service",
      ]
    }
    guard (try? psql.run()) != nil else { return }
    psql.waitUntilExit()
  }
}
