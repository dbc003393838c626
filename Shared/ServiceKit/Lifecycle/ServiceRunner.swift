import Dispatch
import Glibc
public import Logging
public import ServiceLifecycle

/// Runs the parts of a service until one ends, fails, or the process is told to end.
///
/// The order of the parts is their dependency: each is shut down only when those after it have ended, so HTTP comes
/// last and closes first, the database pool comes first and closes last.
///
/// - The first SIGTERM or SIGINT lets the parts finish what they have in hand.
/// - A second one ends the process at once with 128 + signal, as shells expect.
/// - After the grace period the parts are cancelled; half a second later the process ends, whatever hangs.
public struct ServiceRunner: Sendable {
  private let configuration: LifecycleConfiguration
  private let logger: Logger

  public init(_ configuration: LifecycleConfiguration, logger: Logger) {
    self.configuration = configuration
    self.logger = logger
  }

  /// Runs the parts.
  /// - Returns: after a shutdown that was asked for.
  /// - Throws: what made a part fail, or ServiceLifecycle's error when one returned unasked.
  public func run(_ services: [any Service]) async throws {
    try await run(services, endingAt: [SIGTERM, SIGINT])
  }

  /// - Parameter signals: other ones in tests, which share their process with servers that heed SIGTERM.
  func run(_ services: [any Service], endingAt signals: [Int32]) async throws {
    var group = ServiceGroupConfiguration(
      services: services.map { .init(service: $0) }, logger: logger)
    group.maximumGracefulShutdownDuration = configuration.shutdownGrace
    let serviceGroup = ServiceGroup(configuration: group)
    // Signals are ours, not the group's: it would swallow the second one.
    let response = SignalResponse(logger: logger, grace: configuration.shutdownGrace) {
      Task { await serviceGroup.triggerGracefulShutdown() }
    }
    let watch = SignalWatch(signals, response)
    let parent = configuration.endsWithParent ? ParentWatch(logger: logger) : nil
    defer {
      watch.cancel()
      parent?.cancel()
    }
    try await serviceGroup.run()
  }
}
