extension PostgresConnection {
  /// Runs a part of a transaction that may fail without failing the whole.
  ///
  /// When the body throws, what it did is rolled back and its error rethrown untouched; the transaction goes on. When
  /// even that fails, the connection is closed. SAVEPOINT travels with the body's first statement.
  /// - Throws: what the body throws; `misuse` outside a transaction.
  public nonisolated func withSavepoint<Value>(
    _ body: (PostgresConnection) async throws -> Value
  ) async throws -> Value {
    let name = try await openSavepoint()
    let value: Value
    do {
      value = try await body(self)
    } catch {
      await rollBack(toSavepoint: name)
      throw error
    }
    try await release(savepoint: name)
    return value
  }

  private func openSavepoint() throws(PostgresError) -> String {
    guard let session, session.pointer != nil else { throw PostgresError(.connectionLost, "the connection is closed") }
    guard session.isInTransaction || !session.pendingCommands.isEmpty else {
      throw PostgresError(.misuse, "a savepoint needs a transaction")
    }
    savepointCount += 1
    let name = "savepoint_\(savepointCount)"
    session.pendingCommands.append("savepoint \(name)")
    return name
  }

  private func release(savepoint name: String) async throws(PostgresError) {
    if withdraw(savepoint: name) { return }
    do throws(PostgresError) {
      try await call { session, call throws(PostgresError) in
        _ = try session.perform(["release savepoint \(unescaped: name)"], call: &call)
      }
    } catch {
      // A swallowed error inside the body: the savepoint cannot be kept, the transaction still can.
      await rollBack(toSavepoint: name)
      throw error
    }
  }

  private func rollBack(toSavepoint name: String) async {
    if withdraw(savepoint: name) { return }
    guard let session, session.pointer != nil else { return }
    session.pendingCommands = []
    do throws(PostgresError) {
      try await call(timeout: configuration.cancelGrace, isShielded: true) { session, call throws(PostgresError) in
        let text = "rollback to savepoint \(name)"
        _ = try session.perform(["\(unescaped: text)", "release savepoint \(unescaped: name)"], call: &call)
      }
    } catch {
      close()
    }
  }

  /// Takes back a savepoint that was never sent, and all opened after it.
  private func withdraw(savepoint name: String) -> Bool {
    guard let session, let index = session.pendingCommands.firstIndex(of: "savepoint \(name)") else { return false }
    session.pendingCommands.removeSubrange(index...)
    return true
  }
}
