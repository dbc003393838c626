internal import CLibpq

extension PostgresConnection {
  /// Opens a transaction; BEGIN travels with the first statement, in its round trip.
  func begin(isolation: PostgresIsolation, readOnly: Bool, deadline: Duration?) throws(PostgresError) {
    guard let session, session.isReadyForReuse else {
      throw PostgresError(.misuse, "the connection is not free for a transaction")
    }
    session.pendingCommands = ["begin isolation level \(isolation.rawValue)\(readOnly ? " read only" : "")"]
    transactionDeadline = deadline.map(Deadline.after)
    savepointCount = 0
    isCommitted = false
    condition.isReady = false
  }

  /// Runs the last statements of the transaction and commits, all in one round trip.
  ///
  /// For the body of `withTransaction`, as its last act: no statement may follow in the same transaction.
  /// - Throws: a statement's error as `pipeline` does, the transaction being rolled back then; `commitOutcomeUnknown`
  ///   when no answer came.
  @discardableResult
  public func commit(after statements: [SQL]) async throws(PostgresError) -> [PostgresResult] {
    guard transactionStatus == PQTRANS_INTRANS || session?.pendingCommands.isEmpty == false else {
      throw PostgresError(.misuse, "there is no transaction to commit")
    }
    if Task.isCancelled { throw PostgresError(.cancelled, "the task was cancelled before the commit") }
    if let transactionDeadline, transactionDeadline.isPast {
      throw PostgresError(.deadline, "the transaction's deadline has passed")
    }
    // Shielded: cancelling at the server could hit between the statements and the answer to COMMIT.
    let results = try await committing(statements + ["commit"])
    isCommitted = true
    return results.dropLast().map(PostgresResult.init)
  }

  /// Ends the transaction after its body has returned.
  func commit() async throws(PostgresError) {
    defer { transactionDeadline = nil }
    if isCommitted || session?.isReadyForReuse == true { return }
    if session?.pendingCommands.isEmpty == false, transactionStatus == PQTRANS_IDLE {
      // Nothing was ever sent.
      session?.pendingCommands = []
      condition.isReady = session?.isReadyForReuse ?? false
      return
    }
    if let transactionDeadline, transactionDeadline.isPast {
      await rollback()
      throw PostgresError(.deadline, "the transaction's deadline has passed")
    }
    _ = try await committing(["commit"])
  }

  private func committing(_ statements: [SQL]) async throws(PostgresError) -> [LibpqResult] {
    _ = try session?.open()
    let results: [LibpqResult]
    do throws(PostgresError) {
      results = try await call(isShielded: true) { session, call throws(PostgresError) in
        try session.perform(statements, call: &call)
      }
    } catch {
      throw Self.commitFailure(error, isOpen: session?.pointer != nil)
    }
    // A transaction that had failed before is answered with ROLLBACK, not with an error.
    guard results.last?.commandTag == "COMMIT" else {
      throw PostgresError(.transactionAborted, "a statement had failed, so COMMIT rolled the transaction back")
    }
    return results
  }

  /// An ERROR with the connection still there is the server's word that nothing was committed. Anything else may have
  /// come after the commit record was written: an ended session, a lost connection, a deadline.
  private static func commitFailure(_ error: PostgresError, isOpen: Bool) -> PostgresError {
    let isDefinite =
      isOpen && error.sqlState != .statementCompletionUnknown && error.sqlState != .transactionResolutionUnknown
    if isDefinite || error.code == .misuse { return error }
    var unknown = error
    unknown.code = .commitOutcomeUnknown
    unknown.message = "COMMIT was sent and not answered (\(error.message))"
    return unknown
  }

  /// Ends the transaction after its body has thrown: what cannot be rolled back is closed.
  func rollback() async {
    transactionDeadline = nil
    guard let session, session.pointer != nil, !session.isReadyForReuse else { return }
    if session.transactionStatus == PQTRANS_IDLE {
      session.pendingCommands = []
      condition.isReady = session.isReadyForReuse
      return
    }
    session.pendingCommands = []
    do throws(PostgresError) {
      try await call(timeout: configuration.cancelGrace, isShielded: true) { session, call throws(PostgresError) in
        _ = try session.perform(["rollback"], call: &call)
      }
      if !session.isReadyForReuse { close() }
    } catch {
      close()
    }
  }

  var transactionStatus: PGTransactionStatusType { session?.transactionStatus ?? PQTRANS_UNKNOWN }
}

extension PostgresConnection {
  /// In a transaction whose statements have all succeeded so far.
  var isInTransaction: Bool { session?.isInTransaction ?? false }
}
