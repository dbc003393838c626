import ServiceKit

/// What only notifications must know.
struct NotificationsConfiguration: Sendable {
  /// Where the file outbox puts messages to petitioners; nil where no channel is connected, and then messages wait.
  var outboxDirectory: String?
  /// Whether endpoints may be at private addresses and without TLS; refused in production.
  var allowsPrivateAddresses = false
  /// How long an endpoint may take to answer; never longer than the rule pack allows.
  var timeout = Duration.seconds(15)
  var pace = Pace()
  /// How long deliveries are kept after they were settled.
  var retention = Duration.seconds(30 * 86_400)
}

extension NotificationsConfiguration: ConfigurationArea {
  enum Keys {
    static let outboxDirectory = ConfigurationKey(
      "NOTIFICATION_OUTBOX_DIR", .text,
      "Messages to petitioners become files here; without it they wait until a channel is connected")
    static let allowsPrivateAddresses = ConfigurationKey(
      "WEBHOOK_ALLOW_PRIVATE_ADDRESSES", .flag, default: "false",
      "Endpoints may be at private addresses and without TLS, for development; refused in production")
    static let timeout = ConfigurationKey(
      "WEBHOOK_TIMEOUT_SECONDS", .seconds(1...30), default: "15",
      "How long an endpoint may take to answer; never longer than the rule pack allows")
    static let endpoints = ConfigurationKey(
      "WEBHOOK_CONCURRENCY", .integer(1...1024), default: "64", "The most endpoints visited at once by this process")
    static let retention = ConfigurationKey(
      "WEBHOOK_RETENTION_DAYS", .integer(7...3650), default: "30", "How long deliveries are kept")
  }

  static let title = "Notifications"
  static let keys = [
    Keys.outboxDirectory.description, Keys.allowsPrivateAddresses.description, Keys.timeout.description,
    Keys.endpoints.description, Keys.retention.description,
  ]

  init(_ reader: ConfigurationReader) throws(ConfigurationError) {
    var scope = ConfigurationScope(reader)
    self.init()
    outboxDirectory = scope.readIfPresent(Keys.outboxDirectory)
    let allows = scope.read(Keys.allowsPrivateAddresses)
    let timeout = scope.read(Keys.timeout)
    let endpoints = scope.read(Keys.endpoints)
    let days = scope.read(Keys.retention)
    // An environment that cannot be read is its own area's problem; here it counts as production.
    let environment = (try? DeploymentConfiguration(reader))?.environment ?? .production
    if allows == true, environment == .production {
      scope.note(Keys.allowsPrivateAddresses.name, "is refused in production: agencies could reach our own networks")
    }
    guard let allows, let timeout, let endpoints, let days, scope.problems.isEmpty else { throw scope.error }
    allowsPrivateAddresses = allows
    self.timeout = timeout
    pace.endpoints = endpoints
    retention = .seconds(days * 86_400)
  }
}
