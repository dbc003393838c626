internal import Postgres

/// What a failure of handling means: wait and try again, or look for the message that causes it.
struct FailureKind {
  enum Transient {
    /// The database is away, or the connection broke: nothing to do with the messages.
    case outage
    /// A statement ran out of time, lost a deadlock or could not be serialised: most likely passing, possibly the
    /// fault of one message.
    case statement
    /// Another owner has the partition.
    case conflict
  }

  /// Nil when trying again would fail again.
  let transient: Transient?
  /// Stable, for the dead letters.
  let code: String
  /// What happened, without bound values: they may hold personal data.
  let summary: String

  init(_ error: any Error) {
    switch error {
    case is PositionConflict, is CancellationError:
      transient = .conflict
      code = "position-conflict"
      summary = "another owner has the partition"
    case let error as PostgresError:
      if error.isTransient || error.code == .commitOutcomeUnknown {
        transient = error.sqlState == nil || error.code == .commitOutcomeUnknown ? .outage : .statement
      } else {
        transient = nil
      }
      code = error.sqlState.map { "database-\($0.rawValue)" } ?? "database"
      summary = error.description
    default:
      transient = nil
      code = "handler-failed"
      summary = String(describing: type(of: error))
    }
  }
}
