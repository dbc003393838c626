import Dispatch
import Glibc
import Logging
import Synchronization

/// Turns SIGTERM and SIGINT into one orderly shutdown, and the second of them into an immediate end.
final class SignalWatch: Sendable {
  private let queue = DispatchQueue(label: "ecoredress.signals")
  private let sources: Mutex<[any DispatchSourceSignal]> = Mutex([])
  private let received = Mutex(0)
  private let isCancelled = Mutex(false)

  /// - Parameters:
  ///   - grace: the time from the first signal until the process ends, finished or not.
  ///   - shutdown: called once, at the first signal.
  init(logger: Logger, grace: Duration, shutdown: @escaping @Sendable () -> Void) {
    for number in [SIGTERM, SIGINT] {
      // The default action would end the process before the source is told.
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
      source.setEventHandler { [self] in receive(number, logger, grace, shutdown) }
      source.activate()
      sources.withLock { $0.append(source) }
    }
  }

  /// Stops watching and gives the signals their usual meaning back.
  func cancel() {
    isCancelled.withLock { $0 = true }
    sources.withLock { sources in
      for source in sources { source.cancel() }
      sources = []
    }
    for number in [SIGTERM, SIGINT] { signal(number, SIG_DFL) }
  }

  private func receive(
    _ number: Int32, _ logger: Logger, _ grace: Duration, _ shutdown: @escaping @Sendable () -> Void
  ) {
    let count = received.withLock { received in
      received += 1
      return received
    }
    guard count == 1 else {
      logger.warning("A second signal: ending at once", metadata: ["signal": "\(number)"])
      _exit(128 + number)
    }
    logger.info("Shutting down", metadata: ["signal": "\(number)", "grace": "\(grace)"])
    shutdown()
    let milliseconds = Int(grace.components.seconds) * 1000 + Int(grace.components.attoseconds / 1_000_000_000_000_000)
    queue.asyncAfter(deadline: .now() + .milliseconds(milliseconds + 500)) { [self] in
      guard !isCancelled.withLock({ $0 }) else { return }
      logger.critical("The grace period is over: ending with work unfinished; it is done again after the next start")
      _exit(EX_SOFTWARE)
    }
  }
}
