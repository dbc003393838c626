internal import CLibpq

extension LibpqSession {
  /// Starts COPY FROM STDIN; returns whether the rows are binary.
  func startCopy(_ sql: SQL, call: inout Call) throws(PostgresError) -> Bool {
    guard sql.bindings.count == 0, sql.isCopy, !sql.text.utf8.contains(0) else {
      throw PostgresError(.misuse, "copyIn takes a COPY statement without parameters")
    }
    if !pendingCommands.isEmpty { _ = try perform([], call: &call) }
    let pointer = try startSimple(sql.text)
    var failure: PostgresError?
    while let result = try nextResult(&call) {
      if result.status == PGRES_COPY_IN { return PQbinaryTuples(result.pointer) == 1 }
      if result.status == PGRES_COPY_OUT || result.status == PGRES_COPY_BOTH {
        throw lose(PostgresError(.misuse, "only COPY FROM STDIN can be run by copyIn"))
      }
      if result.isError { failure = failure ?? result.error(statement: sql.text) }
    }
    if failure?.code == .connectionLost { throw lose(failure) }
    let noCopy = PostgresError(.misuse, "the statement is no COPY FROM STDIN")
    try finishSimple(pointer, failure: failure ?? noCopy, call: &call)
    throw noCopy
  }

  /// Sends a part of the rows, waiting while the server takes no more.
  func sendCopy(_ bytes: [UInt8], call: inout Call) throws(PostgresError) {
    let pointer = try open()
    // libpq's buffer grows to hold all of it, so the pieces are kept small against a server that is slow.
    var rest = bytes[...]
    while !rest.isEmpty {
      let piece = rest.prefix(65_536)
      let sent = piece.withUnsafeBytes {
        PQputCopyData(pointer, $0.assumingMemoryBound(to: CChar.self).baseAddress, Int32($0.count))
      }
      guard sent >= 0 else { throw lose(nil) }
      if sent == 1 { rest = rest.dropFirst(piece.count) }
      try drainOutput(&call)
    }
    guard call.interruption != nil else { return }
    settleCancel(&call)
    throw call.interruptionError()
  }

  private func drainOutput(_ call: inout Call) throws(PostgresError) {
    let pointer = try open()
    while true {
      let unsent = PQflush(pointer)
      if unsent == 0 { return }
      // A gone connection is noticed here; an error of the server is read at the end of the copy.
      guard unsent == 1, try exchange(&call) else { throw lose(nil) }
    }
  }

  /// Ends the copy: with the rows kept, or with none of them when there is a reason not to.
  func finishCopy(failing reason: String?, statement: String, call: inout Call) throws(PostgresError) -> Int {
    let pointer = try open()
    while true {
      let sent = reason.map { PQputCopyEnd(pointer, $0) } ?? PQputCopyEnd(pointer, nil)
      guard sent >= 0 else { throw lose(nil) }
      if sent == 1 { break }
      try drainOutput(&call)
    }
    var failure: PostgresError?
    var count = 0
    while let result = try nextResult(&call) {
      if result.isError { failure = failure ?? result.error(statement: statement) } else { count = result.affectedRows }
    }
    if failure?.code == .connectionLost { throw lose(failure) }
    // The error of a copy we ended ourselves is our own word coming back.
    try finishSimple(pointer, failure: reason == nil ? failure : nil, call: &call)
    return count
  }
}
