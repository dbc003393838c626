internal import CLibpq

extension LibpqSession {
  /// Runs a text through the simple protocol, which alone takes several statements at once.
  func script(_ text: String, call: inout Call) throws(PostgresError) {
    if text.utf8.contains(0) { throw PostgresError(.misuse, "the script's text holds U+0000") }
    if !pendingCommands.isEmpty { _ = try perform([], call: &call) }
    let pointer = try startSimple(text)
    var failure: PostgresError?
    while let result = try nextResult(&call) {
      if result.isError {
        let error = result.error()
        if error.code == .connectionLost { throw lose(error) }
        if failure == nil { failure = error }
      } else if result.status == PGRES_COPY_IN || result.status == PGRES_COPY_OUT || result.status == PGRES_COPY_BOTH {
        throw lose(PostgresError(.misuse, "COPY runs by copyIn only"))
      }
    }
    try finishSimple(pointer, failure: failure, call: &call)
  }

  /// The open connection, if it is not in the middle of a COPY.
  func openForCommand() throws(PostgresError) -> OpaquePointer {
    let pointer = try open()
    guard PQpipelineStatus(pointer) == PQ_PIPELINE_ON else {
      throw PostgresError(.misuse, "a COPY is under way on this connection")
    }
    return pointer
  }

  /// Sends a text by the simple protocol, out of pipeline mode.
  func startSimple(_ text: String) throws(PostgresError) -> OpaquePointer {
    let pointer = try openForCommand()
    guard PQexitPipelineMode(pointer) == 1, PQsendQuery(pointer, text) == 1 else { throw lose(nil) }
    return pointer
  }

  /// After the last result: back to pipeline mode, then the failure, if there was one.
  func finishSimple(_ pointer: OpaquePointer, failure: PostgresError?, call: inout Call) throws(PostgresError) {
    guard PQstatus(pointer) == CONNECTION_OK, PQenterPipelineMode(pointer) == 1 else { throw lose(failure) }
    settleCancel(&call)
    guard var failure else { return }
    if call.interruption != nil, failure.sqlState == .queryCanceled {
      failure.code = call.interruptionError().code
      failure.message = call.interruptionError().message
    }
    throw failure
  }

  /// Open, outside any transaction, nothing waiting to be sent.
  var isReadyForReuse: Bool {
    guard let pointer else { return false }
    return pendingCommands.isEmpty && PQstatus(pointer) == CONNECTION_OK && transactionStatus == PQTRANS_IDLE
      && PQpipelineStatus(pointer) == PQ_PIPELINE_ON
  }

  /// In a transaction that can still be worked in.
  var isInTransaction: Bool { transactionStatus == PQTRANS_INTRANS }
}
