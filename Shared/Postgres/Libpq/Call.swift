/// One call on a connection: its number, its deadline, and whether it has been told to end.
struct Call {
  let number: UInt64
  var deadline: Deadline
  /// A COMMIT or ROLLBACK under way is not cancelled at the server: its answer is worth a little waiting.
  var isShielded = false
  /// Why the call was told to end; from then on `deadline` is the end of the grace.
  var interruption: PostgresErrorCode?
  var cancelRequest: CancelRequest?
  /// When to ask the server again: a request that overtakes its statement cancels nothing.
  var nextCancel: Deadline?

  init(number: UInt64, deadline: Deadline, isShielded: Bool = false) {
    self.number = number
    self.deadline = deadline
    self.isShielded = isShielded
  }

  func interruptionError(statement: String? = nil) -> PostgresError {
    var error: PostgresError
    switch interruption {
    case .cancelled: error = PostgresError(.cancelled, "the task was cancelled while waiting for the database")
    default: error = PostgresError(.deadline, "the database did not answer before the call's deadline")
    }
    error.statement = statement
    return error
  }
}
