/// Where the service's PostgreSQL is.
public struct DatabaseConfiguration: Sendable {
  /// The login role without DDL, under which the service works.
  public var url: String
  /// The owner role of the schema, for `migrate` alone; nil where the service need not know it.
  public var migrationURL: String?
  /// The most connections the pool opens, not counting those that hold locks.
  public var maximumConnections: Int

  public init(url: String, migrationURL: String? = nil, maximumConnections: Int = 8) {
    self.url = url
    self.migrationURL = migrationURL
    self.maximumConnections = maximumConnections
  }
}

extension DatabaseConfiguration: ConfigurationArea {
  enum Keys {
    static let url = ConfigurationKey(
      "DATABASE_URL", .url(schemes: "postgresql", "postgres"), isSecret: true,
      "PostgreSQL under the login role of the service, which may not change the schema")
    static let migrationURL = ConfigurationKey(
      "MIGRATION_DATABASE_URL", .url(schemes: "postgresql", "postgres"), isSecret: true,
      "PostgreSQL under the owner role of the schema; only the subcommand migrate needs it")
    static let maximumConnections = ConfigurationKey(
      "DATABASE_MAX_CONNECTIONS", .integer(2...200), default: "8",
      "The most pooled connections; a few more are held for locks and notifications")
  }

  public static let title = "PostgreSQL"
  public static let keys = [
    Keys.url.description, Keys.migrationURL.description, Keys.maximumConnections.description,
  ]

  public init(_ reader: ConfigurationReader) throws(ConfigurationError) {
    var scope = ConfigurationScope(reader)
    let url = scope.read(Keys.url)
    let migrationURL = scope.readIfPresent(Keys.migrationURL)
    let maximumConnections = scope.read(Keys.maximumConnections)
    guard let url, let maximumConnections, scope.problems.isEmpty else { throw scope.error }
    self.init(url: url, migrationURL: migrationURL, maximumConnections: maximumConnections)
  }
}
