import NIOSSL
import Synchronization

/// The open connections to the mail server that wait for the next message.
final class MailConnections: Sendable {
  private struct Idle {
    var connection: SMTPConnection
    let since: ContinuousClock.Instant
    /// How many messages went over it.
    let used: Int
  }

  /// Servers end conversations that go on for ever.
  static let mostMessages = 100

  let server: SMTPServer
  private let context: NIOSSLContext
  private let idle = Mutex<[Idle]>([])

  init(_ server: SMTPServer) throws {
    self.server = server
    context = try server.context()
  }

  /// An open connection, or a new one; tells how many messages went over it.
  func take(
    deadline: ContinuousClock.Instant, fresh: Bool
  ) async throws(SMTPFailure) -> (connection: SMTPConnection, used: Int) {
    while !fresh, let last = idle.withLock({ $0.popLast() }) {
      guard last.connection.isOpen, last.since.duration(to: .now) < server.idle else {
        last.connection.close()
        continue
      }
      var connection = last.connection
      connection.deadline = deadline
      return (connection, last.used)
    }
    return (try await SMTPConnection.open(server, context: context, deadline: deadline), 0)
  }

  /// Keeps a connection for the next message; ends those that have waited too long.
  func give(back connection: SMTPConnection, used: Int) {
    guard connection.isOpen, used < Self.mostMessages else { return connection.close() }
    let now = ContinuousClock.now
    let old = idle.withLock { list in
      let old = list.filter { $0.since.duration(to: now) >= server.idle }
      list.removeAll { $0.since.duration(to: now) >= server.idle }
      list.append(Idle(connection: connection, since: now, used: used))
      return old
    }
    for one in old { one.connection.close() }
  }

  /// Ends all of them.
  func close() {
    for one in idle.withLock({ list in
      defer { list = [] }
      return list
    }) { one.connection.close() }
  }
}
