import Dispatch
import Glibc
import Logging

/// Ends the process when the one that started it is gone, so that a test that dies leaves no service behind.
///
/// Looked at twice a second, which costs nothing and needs no call that only Linux has.
struct ParentWatch {
  private let timer: any DispatchSourceTimer

  init(logger: Logger) {
    let parent = getppid()
    timer = DispatchSource.makeTimerSource(queue: DispatchQueue(label: "ecoredress.parent"))
    timer.schedule(deadline: .now() + .milliseconds(500), repeating: .milliseconds(500))
    timer.setEventHandler {
      guard getppid() != parent else { return }
      logger.warning("The parent process is gone: ending at once")
      _exit(EX_SOFTWARE)
    }
    timer.activate()
  }

  func cancel() { timer.cancel() }
}
