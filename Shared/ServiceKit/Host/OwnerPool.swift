import Logging
import Postgres

/// The database under the owner role of the service's schema: for what the service's own role may not do.
struct OwnerPool<Definition: HostedService> {
  let pool: PostgresPool

  init(_ configuration: ServiceConfiguration, logger: Logger) throws {
    pool = PostgresPool(configuration: try Self.database(configuration), logger: logger)
  }

  /// - Throws: a failure of configuration when the owner's address is not given.
  static func database(_ configuration: ServiceConfiguration) throws -> PostgresConfiguration {
    guard let url = configuration.database.migrationURL else {
      throw CommandFailure(
        .configuration, "MIGRATION_DATABASE_URL is not set",
        remedy: "Give the address under the owner role of the schema \(Definition.name).")
    }
    var database = try PostgresConfiguration(
      url: url, applicationName: "\(Definition.name) command", searchPath: [Definition.name])
    database.connectTimeout = PostgresConfiguration.commandPatience
    database.acquireTimeout = PostgresConfiguration.commandPatience
    return database
  }
}

extension PostgresConfiguration {
  /// How long a command waits for a connection.
  static let commandPatience = Duration.seconds(15)
}
