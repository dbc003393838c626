import ServiceKit

/// What only notifications must know.
struct NotificationsConfiguration: Sendable {
  /// Where the file outbox puts messages that no other channel carries; nil where there is no file outbox.
  var outboxDirectory: String?
  /// Whether endpoints may be at private addresses and without TLS; refused in production.
  var allowsPrivateAddresses = false
  /// How long an endpoint may take to answer; never longer than the rule pack allows.
  var timeout = Duration.seconds(15)
  /// The name under which endpoints know us, when they are asked whether they want our events.
  var origin = "ecoredress"
  var pace = Pace()
  /// How long deliveries are kept after they were settled.
  var retention = Duration.seconds(30 * 86_400)
}

extension NotificationsConfiguration: ConfigurationArea {
  enum Keys {
    static let outboxDirectory = ConfigurationKey(
      "NOTIFICATION_OUTBOX_DIR", .text,
      "Messages become files here where no other channel carries them, for the local stack")
    static let allowsPrivateAddresses = ConfigurationKey(
      "WEBHOOK_ALLOW_PRIVATE_ADDRESSES", .flag, default: "false",
      "Endpoints may be at private addresses and without TLS, for development; refused in production")
    static let timeout = ConfigurationKey(
      "WEBHOOK_TIMEOUT_SECONDS", .seconds(1...30), default: "15",
      "How long an endpoint may take to answer; never longer than the rule pack allows")
    static let endpoints = ConfigurationKey(
      "WEBHOOK_CONCURRENCY", .integer(1...1024), default: "64",
      "The most endpoints visited at once by this process, and a quarter as many slow ones beside them")
    static let origin = ConfigurationKey(
      "WEBHOOK_ORIGIN", .text, default: "ecoredress",
      "The DNS name under which endpoints know us: the header WebHook-Request-Origin")
    static let retention = ConfigurationKey(
      "WEBHOOK_RETENTION_DAYS", .integer(7...3650), default: "30", "How long deliveries are kept")
  }

  static let title = "Notifications"
  static let keys = [
    Keys.outboxDirectory.description, Keys.allowsPrivateAddresses.description, Keys.timeout.description,
    Keys.origin.description, Keys.endpoints.description, Keys.retention.description,
  ]

  init(_ reader: ConfigurationReader) throws(ConfigurationError) {
    var scope = ConfigurationScope(reader)
    self.init()
    outboxDirectory = scope.readIfPresent(Keys.outboxDirectory)
    let allows = scope.read(Keys.allowsPrivateAddresses)
    let timeout = scope.read(Keys.timeout)
    let endpoints = scope.read(Keys.endpoints)
    let origin = scope.read(Keys.origin)
    let days = scope.read(Keys.retention)
    // An environment that cannot be read is its own area's problem; here it counts as production.
    let environment = (try? DeploymentConfiguration(reader))?.environment ?? .production
    if allows == true, environment == .production {
      scope.note(Keys.allowsPrivateAddresses.name, "is refused in production: agencies could reach our own networks")
    }
    guard let allows, let timeout, let endpoints, let origin, let days, scope.problems.isEmpty else {
      throw scope.error
    }
    allowsPrivateAddresses = allows
    self.timeout = timeout
    pace.endpoints = endpoints
    self.origin = origin
    retention = .seconds(days * 86_400)
  }
}
