internal import CLibpq
internal import Glibc

/// One `poll()` on a connection's socket and its wake-up descriptor.
enum Poller {
  enum Outcome { case ready, woken, expired }

  static func wait(socket: Int32, writing: Bool, reading: Bool = true, wakeup: Wakeup, until deadline: Deadline)
    -> Outcome
  {
    while true {
      let remaining = deadline.milliseconds
      if remaining == 0 { return .expired }
      let events = Int16(reading ? POLLIN : 0) | Int16(writing ? POLLOUT : 0)
      var descriptors = (
        pollfd(fd: socket, events: events, revents: 0),
        pollfd(fd: wakeup.descriptor, events: Int16(POLLIN), revents: 0)
      )
      let count = withUnsafeMutableBytes(of: &descriptors) { raw in
        poll(raw.assumingMemoryBound(to: pollfd.self).baseAddress, 2, remaining)
      }
      if count < 0 {
        // Anything but an interruption by a signal shows again, with its reason, in the next libpq call.
        if errno == EINTR { continue }
        return .ready
      }
      if descriptors.1.revents != 0 {
        wakeup.drain()
        return .woken
      }
      if descriptors.0.revents != 0 { return .ready }
    }
  }

  /// Whether an idle connection's socket has something to say: for a connection nobody talks to, mostly its end.
  static func isReadable(socket: Int32) -> Bool {
    var descriptor = pollfd(fd: socket, events: Int16(POLLIN), revents: 0)
    return poll(&descriptor, 1, 0) != 0
  }
}

/// A point of the monotonic clock at which a call gives up.
struct Deadline: Comparable {
  private(set) var instant: ContinuousClock.Instant

  static func after(_ duration: Duration) -> Deadline { Deadline(instant: .now + duration) }

  static func < (left: Deadline, right: Deadline) -> Bool { left.instant < right.instant }

  var isPast: Bool { instant <= .now }

  /// The rest in whole milliseconds, rounded up so that a wait never ends early; 0 only when the deadline is past.
  var milliseconds: Int32 {
    let rest = ContinuousClock.now.duration(to: instant)
    guard rest > .zero else { return 0 }
    let (seconds, attoseconds) = rest.components
    guard seconds < 1_000_000 else { return 1_000_000_000 }
    return Int32(seconds * 1000 + attoseconds / 1_000_000_000_000_000) + 1
  }
}
