internal import CLibpq
internal import Glibc
internal import Synchronization

/// Wakes a connection's thread out of its `poll()` from any other thread.
///
/// Each call on a connection has a number, so that a cancellation that comes late cannot hit the next call.
final class Wakeup: Sendable {
  private struct State {
    var call: UInt64 = 0
    var isCancelled = false
  }

  /// Readable when somebody wants the thread's attention; -1 when the system had no descriptor left.
  let descriptor: Int32
  private let state = Mutex(State())

  init() { descriptor = eventfd(0, Int32(EFD_NONBLOCK | EFD_CLOEXEC)) }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Begins a call and returns its number.
  func begin() -> UInt64 {
    state.withLock {
      $0.call += 1
      $0.isCancelled = false
      return $0.call
    }
  }

  var isCancelled: Bool { state.withLock { $0.isCancelled } }

  /// Cancels a call, if it is still the present one.
  func cancel(_ call: UInt64) {
    let isCurrent = state.withLock { state in
      guard state.call == call else { return false }
      state.isCancelled = true
      return true
    }
    if isCurrent { signal() }
  }

  func signal() { _ = eventfd_write(descriptor, 1) }

  /// Takes back all signals so far.
  func drain() {
    var count: eventfd_t = 0
    _ = eventfd_read(descriptor, &count)
  }
}
