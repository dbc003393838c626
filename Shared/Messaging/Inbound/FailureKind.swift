internal import Postgres

/// What a failure of handling means: wait and try again, or look for the message that causes it.
struct FailureKind {
  enum Transient {
    /// The database is away or has no room, or the connection broke: nothing to do with the messages.
    case outage
    /// Another transaction was let go first: nothing to do with the messages either, and over at once.
    case contention
    /// A statement, a lock or the work between two statements ran out of time: most likely passing, possibly the fault
    /// of one message.
    case timeout
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
      transient =
        switch error.sqlState {
        case _ where error.code == .commitOutcomeUnknown: .outage
        case _ where !error.isTransient: nil
        case let state? where state.isTimeout: .timeout
        case let state? where state.isContention: .contention
        default: .outage
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
