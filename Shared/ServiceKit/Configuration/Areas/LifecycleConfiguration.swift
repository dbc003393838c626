/// How the service ends.
public struct LifecycleConfiguration: Sendable {
  /// The time from SIGTERM until the service ends, finished or not.
  public var shutdownGrace: Duration
  /// Whether the service ends when the process that started it does, so that a test leaves nothing running.
  public var endsWithParent: Bool

  public init(shutdownGrace: Duration = .seconds(25), endsWithParent: Bool = false) {
    self.shutdownGrace = shutdownGrace
    self.endsWithParent = endsWithParent
  }
}

extension LifecycleConfiguration: ConfigurationArea {
  enum Keys {
    static let shutdownGrace = ConfigurationKey(
      "SHUTDOWN_GRACE_SECONDS", .seconds(1...600), default: "25",
      "The time from SIGTERM until the service ends, finished or not; keep it under the platform's own")
    static let endsWithParent = ConfigurationKey(
      "END_WITH_PARENT", .flag, default: "false", "End at once when the process that started this one is gone")
  }

  public static let title = "Lifecycle"
  public static let keys = [Keys.shutdownGrace.description, Keys.endsWithParent.description]

  public init(_ reader: ConfigurationReader) throws(ConfigurationError) {
    var scope = ConfigurationScope(reader)
    let shutdownGrace = scope.read(Keys.shutdownGrace)
    let endsWithParent = scope.read(Keys.endsWithParent)
    guard let shutdownGrace, let endsWithParent, scope.problems.isEmpty else { throw scope.error }
    self.init(shutdownGrace: shutdownGrace, endsWithParent: endsWithParent)
  }
}
