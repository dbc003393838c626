import Synchronization

/// swift-log traps when its handler is installed twice; a process may run more than one command, in tests for one.
enum LoggingInstallation {
  private static let isDone = Atomic<Bool>(false)

  static func installOnce(service: String, configuration: LoggingConfiguration) {
    guard !isDone.exchange(true, ordering: .relaxed) else { return }
    ServiceLogHandler.install(service: service, configuration: configuration)
  }
}
