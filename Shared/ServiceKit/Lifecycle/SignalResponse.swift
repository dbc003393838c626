import Dispatch
import Glibc
import Logging
import Synchronization

/// Turns the first signal into one orderly shutdown, and the second into an immediate end.
final class SignalResponse: Sendable {
  /// Where signals are received, one after the other.
  let queue = DispatchQueue(label: "ecoredress.signals")

  private let logger: Logger
  private let grace: Duration
  private let shutdown: @Sendable () -> Void
  private let end: @Sendable (Int32) -> Void
  private let count = Atomic<Int>(0)
  private let isCancelled = Atomic<Bool>(false)

  /// - Parameter end: ends the process; tests of this type look on instead.
  init(
    logger: Logger, grace: Duration, shutdown: @escaping @Sendable () -> Void,
    end: @escaping @Sendable (Int32) -> Void = { _exit($0) }
  ) {
    self.logger = logger
    self.grace = grace
    self.shutdown = shutdown
    self.end = end
  }

  func receive(_ number: Int32) {
    guard count.add(1, ordering: .relaxed).oldValue == 0 else {
      logger.warning("A second signal: ending at once", metadata: ["signal": "\(number)"])
      return end(128 + number)
    }
    logger.info("Shutting down", metadata: ["signal": "\(number)", "grace": "\(grace)"])
    shutdown()
    let (seconds, attoseconds) = grace.components
    let milliseconds = Int(seconds) * 1000 + Int(attoseconds / 1_000_000_000_000_000)
    // Half a second more than the parts were given: they are cancelled at the end of the grace, and most heed that.
    queue.asyncAfter(deadline: .now() + .milliseconds(milliseconds + 500)) { [self] in
      guard !isCancelled.load(ordering: .relaxed) else { return }
      logger.critical("The grace period is over: ending; what is unfinished is taken up at the next start")
      end(EX_SOFTWARE)
    }
  }

  /// The shutdown is done: nothing is left to be ended.
  func cancel() { isCancelled.store(true, ordering: .relaxed) }
}
