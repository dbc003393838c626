internal import CLibpq
internal import Logging

/// All use of one `PGconn`: never blocking but in `Poller.wait`, which has a deadline.
///
/// Belongs to one `PostgresConnection` and is used on its executor only. Between calls the connection is in pipeline
/// mode with nothing under way.
final class LibpqSession {
  /// Nil once closed.
  private(set) var pointer: OpaquePointer?
  let wakeup: Wakeup
  let cancelGrace: Duration
  var statements: StatementCache
  /// Commands that open a transaction or savepoint, sent with the next statement in its round trip.
  var pendingCommands: [String] = []
  /// Why the session is no longer usable.
  private(set) var closeReason: PostgresError?
  private let notices: NoticeSink

  init(_ pointer: OpaquePointer, configuration: PostgresConfiguration, wakeup: Wakeup, logger: Logger) {
    self.pointer = pointer
    self.wakeup = wakeup
    self.cancelGrace = configuration.cancelGrace
    self.statements = StatementCache(limit: configuration.preparedStatementLimit)
    self.notices = NoticeSink(logger: logger)
    notices.install(on: pointer)
  }

  deinit { if let pointer { PQfinish(pointer) } }

  /// The open connection, or the reason there is none.
  func open() throws(PostgresError) -> OpaquePointer {
    if let pointer { return pointer }
    var error = PostgresError(.connectionLost, "the connection is closed")
    if let closeReason { error.message += " (\(closeReason.message))" }
    throw error
  }

  func close(because reason: PostgresError? = nil) {
    guard let pointer else { return }
    self.pointer = nil
    closeReason = reason
    PQfinish(pointer)
  }

  var transactionStatus: PGTransactionStatusType { pointer.map(PQtransactionStatus) ?? PQTRANS_UNKNOWN }

  /// Whether the server has nothing to say to an idle connection, above all not its end.
  var isQuiet: Bool {
    guard let pointer, PQstatus(pointer) == CONNECTION_OK else { return false }
    let socket = PQsocket(pointer)
    guard Poller.isReadable(socket: socket) else { return true }
    // A notice or a changed parameter is no end; the end shows as an error here.
    return PQconsumeInput(pointer) == 1 && PQstatus(pointer) == CONNECTION_OK && !Poller.isReadable(socket: socket)
  }

  func lastMessage(_ pointer: OpaquePointer) -> String {
    let message = String(cString: PQerrorMessage(pointer)).trimmed
    return message.isEmpty ? "the connection ended" : message
  }

  /// Waits for the socket and takes what it has; false when the connection is gone, what it said last being readable
  /// still. Ends the call by its rules when its deadline passes or its task is cancelled.
  func exchange(_ call: inout Call) throws(PostgresError) -> Bool {
    let pointer = try open()
    let unsent = PQflush(pointer)
    guard unsent >= 0 else { return false }
    try wait(&call, writing: unsent == 1)
    return PQconsumeInput(pointer) == 1
  }

  /// Returns when the socket is ready.
  private func wait(_ call: inout Call, writing: Bool) throws(PostgresError) {
    let pointer = try open()
    while true {
      if wakeup.isCancelled, call.interruption == nil { try interrupt(&call, .cancelled) }
      let deadline = call.nextCancel.map { min($0, call.deadline) } ?? call.deadline
      let outcome = Poller.wait(socket: PQsocket(pointer), writing: writing, wakeup: wakeup, until: deadline)
      switch outcome {
      case .ready: return
      case .woken: continue
      case .expired:
        if call.deadline.isPast { try interrupt(&call, .deadline) } else { cancelAgain(&call, pointer) }
      }
    }
  }

  /// Tells the call to end. At the first time the server is asked to cancel, and has the grace to do so; at the
  /// second the connection is closed.
  private func interrupt(_ call: inout Call, _ reason: PostgresErrorCode) throws(PostgresError) {
    let pointer = try open()
    if call.interruption != nil || (call.isShielded && reason == .deadline) {
      if call.interruption == nil { call.interruption = reason }
      let error = call.interruptionError()
      close(because: error)
      throw error
    }
    call.interruption = reason
    let grace = Deadline.after(cancelGrace)
    if call.isShielded {
      call.deadline = min(call.deadline, grace)
    } else {
      call.deadline = grace
      call.cancelRequest = CancelRequest.send(for: pointer, wakeup: wakeup)
      call.nextCancel = .after(.milliseconds(20))
      if call.cancelRequest == nil {
        let error = call.interruptionError()
        close(because: error)
        throw error
      }
    }
  }

  /// The server ignores a request that arrives before the statement does.
  private func cancelAgain(_ call: inout Call, _ pointer: OpaquePointer) {
    call.nextCancel = .after(.milliseconds(50))
    guard let request = call.cancelRequest, request.isFinished else { return }
    call.cancelRequest = CancelRequest.send(for: pointer, wakeup: wakeup) ?? request
  }

  /// After an interrupted call's statement has ended: the connection goes on only when the cancel request is known to
  /// have arrived, so that it cannot hit the next statement.
  func settleCancel(_ call: inout Call) {
    guard let request = call.cancelRequest else { return }
    while !request.isFinished {
      let outcome = Poller.wait(socket: -1, writing: false, wakeup: wakeup, until: call.deadline)
      if outcome == .expired { return close(because: call.interruptionError()) }
    }
  }
}
