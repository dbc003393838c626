import Glibc

/// What happens at a fault point.
enum FaultAction: Sendable, Equatable {
  case kill
  case stop
  case sleep(milliseconds: UInt32)

  func perform() {
    switch self {
    case .kill: _ = Glibc.kill(getpid(), SIGKILL)
    case .stop: _ = Glibc.kill(getpid(), SIGSTOP)
    case .sleep(let milliseconds): _ = usleep(milliseconds * 1000)
    }
  }
}
