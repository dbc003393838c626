import Dispatch
import Glibc
import Logging
import Synchronization

/// Ends the process when the one that started it is gone, so that a test that dies leaves no service behind.
///
/// Looked at twice a second, which costs nothing and needs no call that only Linux has.
final class ParentWatch: Sendable {
  private let timer: Mutex<(any DispatchSourceTimer)?> = Mutex(nil)

  init(logger: Logger) {
    let parent = getppid()
    let source = DispatchSource.makeTimerSource(queue: DispatchQueue(label: "ecoredress.parent"))
    source.schedule(deadline: .now() + .milliseconds(500), repeating: .milliseconds(500))
    source.setEventHandler {
      guard getppid() != parent else { return }
      logger.warning("The parent process is gone: ending at once")
      _exit(EX_SOFTWARE)
    }
    source.activate()
    timer.withLock { $0 = source }
  }

  func cancel() {
    timer.withLock { timer in
      timer?.cancel()
      timer = nil
    }
  }
}
