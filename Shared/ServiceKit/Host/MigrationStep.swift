import FoundationEssentials
import Logging
import Messaging
import Postgres

/// Brings the schema of a service up to date: messaging first, then what all services have, then its own.
struct MigrationStep<Definition: HostedService> {
  private let configuration: ServiceConfiguration
  private let serviceRole: String
  private let logger: Logger

  init(_ configuration: ServiceConfiguration, logger: Logger) throws {
    self.configuration = configuration
    self.logger = logger
    guard let role = URL(string: configuration.database.url)?.user() else {
      throw CommandFailure(
        .configuration, "DATABASE_URL names no role",
        remedy: "Name the login role of the service in it: migrations grant it what it needs.")
    }
    serviceRole = role
  }

  static var migrations: [Migration] {
    MessagingMigrations.all + ServiceKitMigrations.all + Definition.migrations
  }

  func migrator(as database: PostgresConfiguration) -> Migrator {
    Migrator(configuration: database, migrations: Self.migrations, serviceRole: serviceRole, logger: logger)
  }

  /// What is missing; changes nothing.
  func pending() async throws -> [Migration] {
    try await migrator(as: try OwnerPool<Definition>.database(configuration)).pending()
  }

  /// Applies what is missing; answers it. The number of shards is settled the first time.
  func run() async throws -> [Migration] {
    let owner = try OwnerPool<Definition>.database(configuration)
    let applied = try await migrator(as: owner).migrate()
    let connection = try await PostgresConnection.connect(owner, logger: logger)
    do {
      try await settleShards(connection)
      _ = try await connection.query("select outbox_upkeep(interval '365 days')", as: Int.self)
      await connection.close()
    } catch {
      await connection.close()
      throw error
    }
    return applied
  }

  private func settleShards(_ connection: PostgresConnection) async throws {
    let asked = configuration.messaging.shards
    let made = try await connection.execute(
      """
      insert into messaging_setting (name, value) values ('outbox.shards', \(String(asked)))
      on conflict (name) do nothing
      """)
    if made == 1 {
      _ = try await connection.query(
        "select outbox_start_over(shard::smallint) from generate_series(0, \(asked - 1)) as shard", as: Int64.self)
    }
  }
}
