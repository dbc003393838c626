import Synchronization

/// Why a conversation ended, for whoever asks it something when the connection has let its handlers go.
final class SMTPEnding: Sendable {
  private let first = Mutex<SMTPFailure?>(nil)

  /// Nil while it goes on.
  var reason: SMTPFailure? { first.withLock { $0 } }

  /// The first reason counts: what follows comes of it.
  func note(_ reason: SMTPFailure) { first.withLock { $0 = $0 ?? reason } }
}
