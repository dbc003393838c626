extension PostgresConnection {
  /// Runs COPY FROM STDIN: the fastest way to put in many rows.
  ///
  /// ```swift
  /// try await connection.copyIn("copy seen (id, at) from stdin (format binary)") { rows in
  ///   for event in events { try await rows.write(event.id, event.time) }
  /// }
  /// ```
  /// When the body throws, nothing is copied and its error is rethrown untouched. No other call on the connection is
  /// possible meanwhile. The timeout is for each part sent, and for the end.
  /// - Returns: how many rows were copied.
  @discardableResult
  public nonisolated func copyIn(
    _ statement: SQL, timeout: Duration? = nil, _ body: (inout PostgresCopyWriter) async throws -> Void
  ) async throws -> Int {
    let isBinary = try await startCopy(statement, timeout: timeout)
    var writer = PostgresCopyWriter(connection: self, isBinary: isBinary, timeout: timeout)
    do {
      try await body(&writer)
      try await writer.end()
    } catch {
      await abandonCopy(statement)
      throw error
    }
    return try await finishCopy(statement, timeout: timeout)
  }

  private func startCopy(_ statement: SQL, timeout: Duration?) async throws(PostgresError) -> Bool {
    try await call(timeout: timeout) { session, call throws(PostgresError) in
      try session.startCopy(statement, call: &call)
    }
  }

  func sendCopy(_ bytes: [UInt8], timeout: Duration?) async throws(PostgresError) {
    try await call(timeout: timeout) { session, call throws(PostgresError) in
      try session.sendCopy(bytes, call: &call)
    }
  }

  private func finishCopy(_ statement: SQL, timeout: Duration?) async throws(PostgresError) -> Int {
    try await call(timeout: timeout) { session, call throws(PostgresError) in
      try session.finishCopy(failing: nil, statement: statement.text, call: &call)
    }
  }

  private func abandonCopy(_ statement: SQL) async {
    do throws(PostgresError) {
      try await call(timeout: configuration.cancelGrace, isShielded: true) { session, call throws(PostgresError) in
        guard session.pointer != nil else { return }
        _ = try session.finishCopy(failing: "given up by the client", statement: statement.text, call: &call)
      }
    } catch {
      close()
    }
  }
}
