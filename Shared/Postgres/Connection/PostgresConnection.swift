public import Logging

/// One connection to PostgreSQL.
///
/// An actor on a queue of its own: waiting for the server blocks no other task. Every call has a deadline
/// (`PostgresConfiguration.callTimeout` unless it says otherwise) and ends early when its task is cancelled; in both
/// cases the server is asked to cancel, and if the statement has not ended within the grace, the connection is closed.
/// A call made on a closed connection throws `connectionLost`.
///
/// Calls of several tasks on one connection do not mix, but run one after the other; a transaction belongs to whoever
/// leased the connection.
public actor PostgresConnection {
  private nonisolated let executor: ConnectionExecutor
  public nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

  let configuration: PostgresConfiguration
  private let wakeup: Wakeup
  var session: LibpqSession?
  /// The end of the transaction under way, for all its calls.
  var transactionDeadline: Deadline?
  var savepointCount = 0
  /// Whether COMMIT has been sent by `commit(after:)` for the transaction under way.
  var isCommitted = false
  /// What a pool needs to know at once, without waiting for the executor.
  nonisolated let condition = ConnectionCondition()

  private init(_ configuration: PostgresConfiguration) {
    self.configuration = configuration
    self.executor = ConnectionExecutor()
    self.wakeup = Wakeup()
  }

  /// Opens a connection, within `connectTimeout`, even when a name lookup hangs.
  /// - Throws: `connectFailed` with the reason, `cancelled`.
  public static func connect(
    _ configuration: PostgresConfiguration, logger: Logger
  ) async throws(PostgresError) -> PostgresConnection {
    let connection = PostgresConnection(configuration)
    // A name lookup can neither be cancelled nor be given a deadline; the caller stops waiting all the same.
    let attempt = Task { () -> Result<Void, PostgresError> in
      do throws(PostgresError) { return .success(try await connection.open(logger: logger)) } catch {
        return .failure(error)
      }
    }
    let patience = configuration.connectTimeout + .milliseconds(200)
    let result = await firstResult(of: attempt, within: patience) {
      PostgresError(.connectFailed, "no connection within \(configuration.connectTimeout)")
    }
    try result.get()
    return connection
  }

  private func open(logger: Logger) async throws(PostgresError) {
    let call = Call(number: wakeup.begin(), deadline: .after(configuration.connectTimeout))
    session = try await cancellable(call) { call throws(PostgresError) in
      try LibpqSession.connect(configuration, wakeup: wakeup, call: &call, logger: logger)
    }
    condition.isReady = true
  }

  /// Closes the connection; an open transaction is rolled back by the server. May be called twice.
  public func close() {
    session?.close()
    condition.isReady = false
  }

  /// Runs one call on the session with its deadline and with cancellation.
  func call<Value>(
    timeout: Duration? = nil, isShielded: Bool = false,
    _ body: (LibpqSession, inout Call) throws(PostgresError) -> Value
  ) async throws(PostgresError) -> Value {
    guard let session else { throw PostgresError(.connectionLost, "the connection is closed") }
    if Task.isCancelled, !isShielded {
      throw PostgresError(.cancelled, "the task was cancelled before the statement was sent")
    }
    var deadline = Deadline.after(timeout ?? configuration.callTimeout)
    if let transactionDeadline, !isShielded {
      guard !transactionDeadline.isPast else {
        throw PostgresError(.deadline, "the transaction's deadline has passed")
      }
      deadline = min(deadline, transactionDeadline)
    }
    let call = Call(number: wakeup.begin(), deadline: deadline, isShielded: isShielded)
    defer { condition.isReady = session.isReadyForReuse }
    return try await cancellable(call) { call throws(PostgresError) in try body(session, &call) }
  }

  /// Runs blocking work that a cancellation of the task wakes up.
  private func cancellable<Value>(
    _ call: Call, _ body: (inout Call) throws(PostgresError) -> Value
  ) async throws(PostgresError) -> Value {
    let wakeup = wakeup
    let number = call.number
    let result = await withTaskCancellationHandler {
      // By a method of the actor: a closure that does not need the actor would run on a thread of the shared pool,
      // block it, and mix with the next call.
      run(call, body)
    } onCancel: {
      wakeup.cancel(number)
    }
    return try result.get()
  }

  private func run<Value>(
    _ call: Call, _ body: (inout Call) throws(PostgresError) -> Value
  ) -> Result<Value, PostgresError> {
    var call = call
    do throws(PostgresError) { return .success(try body(&call)) } catch { return .failure(error) }
  }

  /// Whether an idle connection is still there, without a round trip.
  func isAlive() -> Bool {
    guard let session, session.isQuiet else {
      close()
      return false
    }
    return true
  }
}
