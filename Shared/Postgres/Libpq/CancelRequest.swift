internal import CLibpq
internal import Dispatch
internal import Synchronization

/// Asks the server to cancel what a connection is doing, without making the connection's thread wait.
///
/// libpq 15 can only ask by a blocking call over a second socket. It runs on a thread of its own; its end is told by
/// the connection's wake-up. Until then the connection must not be used again: the cancellation could hit the next
/// statement.
///
/// `@unchecked Sendable`: libpq documents a `PGcancel` as read-only, to be used from a thread other than the
/// connection's (libpq documentation, "Canceling Queries in Progress").
final class CancelRequest: @unchecked Sendable {
  /// A hung server must not collect threads: beyond this many requests under way the connection is just closed.
  private static let limit = 16
  private static let underWay = Mutex(0)

  private let pointer: OpaquePointer
  private let finished = Mutex(false)

  private init(_ pointer: OpaquePointer) { self.pointer = pointer }

  deinit { PQfreeCancel(pointer) }

  /// Whether the server has received the request, so that it can hit no later statement.
  var isFinished: Bool { finished.withLock { $0 } }

  /// Sends a request; nil when none can be sent.
  static func send(for connection: OpaquePointer, wakeup: Wakeup) -> CancelRequest? {
    let isAllowed = underWay.withLock { count in
      guard count < limit else { return false }
      count += 1
      return true
    }
    guard isAllowed, let pointer = PQgetCancel(connection) else {
      if isAllowed { underWay.withLock { $0 -= 1 } }
      return nil
    }
    let request = CancelRequest(pointer)
    // A serial queue has a thread of its own; the global queues have as many as there are cores, and a blocked one
    // there would stand in the way of every task of the process.
    DispatchQueue(label: "postgres.cancel").async {
      var message = [CChar](repeating: 0, count: 256)
      let isSent = PQcancel(request.pointer, &message, Int32(message.count)) == 1
      underWay.withLock { $0 -= 1 }
      request.finished.withLock { $0 = isSent }
      wakeup.signal()
    }
    return request
  }
}
