import Dispatch
import Synchronization

/// A door that opens once; threads wait for it with a bound.
final class Latch: Sendable {
  private let semaphore = DispatchSemaphore(value: 0)
  private let isOpen = Mutex(false)

  func open() {
    isOpen.withLock { $0 = true }
    semaphore.signal()
  }

  /// Whether it was open within the time.
  func wait(_ time: Duration) -> Bool {
    if isOpen.withLock({ $0 }) { return true }
    guard semaphore.wait(timeout: .now() + time.dispatch) == .success else { return false }
    semaphore.signal()
    return true
  }
}
