internal import CLibpq

extension LibpqSession {
  /// What one message of a pipeline is for.
  private struct Step {
    var statement: Int?
    var preparing: StatementCache.Key?
    var using: StatementCache.Key?
  }

  /// Executes statements in one round trip, ended by one sync; gives one result for each, or the first error.
  ///
  /// Outside a transaction they form one: all or nothing. Then a statement whose preparation the server has lost or
  /// outgrown is prepared anew and all is tried once more.
  func perform(_ sqls: [SQL], call: inout Call) throws(PostgresError) -> [LibpqResult] {
    let commands = pendingCommands
    let mayRetry = transactionStatus == PQTRANS_IDLE && !sqls.contains(where: \.isTransactionControl)
    do {
      return try attempt(sqls, call: &call)
    } catch let error {
      guard mayRetry, error.isStalePreparation, pointer != nil, call.interruption == nil else { throw error }
      if transactionStatus == PQTRANS_INERROR { _ = try attempt(["rollback"], call: &call) }
      guard transactionStatus == PQTRANS_IDLE else { throw error }
      pendingCommands = commands
      return try attempt(sqls, call: &call)
    }
  }

  private func attempt(_ sqls: [SQL], call: inout Call) throws(PostgresError) -> [LibpqResult] {
    let pointer = try openForCommand()
    for (index, sql) in sqls.enumerated() { try sql.checkSendable(at: index) }
    var steps: [Step] = []
    steps.reserveCapacity(sqls.count + 4)
    do {
      try send(sqls, on: pointer, steps: &steps)
    } catch let error {
      // Half a pipeline cannot be taken back.
      close(because: error)
      throw error
    }
    return try collect(steps, sqls: sqls, call: &call)
  }

  private func send(_ sqls: [SQL], on pointer: OpaquePointer, steps: inout [Step]) throws(PostgresError) {
    func check(_ sent: Int32) throws(PostgresError) {
      guard sent == 1 else { throw PostgresError(.connectionLost, lastMessage(pointer)) }
    }
    func sendCommand(_ text: String) throws(PostgresError) {
      try check(PQsendQueryParams(pointer, text, 0, nil, nil, nil, nil, 1))
      steps.append(Step())
    }
    if transactionStatus != PQTRANS_INERROR {
      for name in statements.takeEvicted() { try sendCommand("deallocate \(name)") }
    }
    for command in pendingCommands { try sendCommand(command) }
    pendingCommands = []
    for (index, sql) in sqls.enumerated() {
      let text = sql.text
      let types = sql.bindings.types
      if sql.isTransactionControl {
        try sendCommand(text)
        steps[steps.count - 1].statement = index
        continue
      }
      let key = StatementCache.Key(text: text, types: types)
      let plan = statements.plan(for: key, isDynamic: sql.isDynamic)
      let oids = types.map(\.rawValue)
      let formats = [Int32](repeating: 1, count: types.count)
      if case .prepare(let name) = plan {
        steps.append(Step(statement: index, preparing: key))
        try check(PQsendPrepare(pointer, name, text, Int32(types.count), oids))
      }
      let sent = sql.bindings.withPointers { values, lengths in
        switch plan {
        case .prepare(let name), .prepared(let name):
          PQsendQueryPrepared(pointer, name, Int32(types.count), values, lengths, formats, 1)
        case .unnamed:
          PQsendQueryParams(pointer, text, Int32(types.count), oids, values, lengths, formats, 1)
        }
      }
      try check(sent)
      steps.append(Step(statement: index, using: key))
    }
    try check(PQpipelineSync(pointer))
  }

  private func collect(_ steps: [Step], sqls: [SQL], call: inout Call) throws(PostgresError) -> [LibpqResult] {
    var results: [LibpqResult] = []
    results.reserveCapacity(sqls.count)
    var failure: PostgresError?
    var index = 0
    while true {
      guard let result = try nextResult(&call) else {
        // A null ends the results of one step. A lost connection gives nothing but nulls.
        index += 1
        guard index <= steps.count else { throw lose(failure) }
        continue
      }
      if result.status == PGRES_PIPELINE_SYNC { break }
      guard index < steps.count else { throw lose(failure) }
      let step = steps[index]
      if result.isError {
        var error = result.error(statement: step.statement.map { sqls[$0].text })
        if sqls.count > 1 { error.statementIndex = step.statement }
        if let key = step.preparing { statements.forget(key, existsOnServer: false) }
        if let key = step.using, error.isStalePreparation {
          error.sqlState == .invalidStatementName
            ? statements.forgetAll() : statements.forget(key, existsOnServer: true)
        }
        if error.code == .connectionLost { throw lose(error) }
        if failure == nil { failure = error }
      } else if result.status == PGRES_PIPELINE_ABORTED {
        if let key = step.preparing { statements.forget(key, existsOnServer: false) }
      } else if result.isCopy {
        throw lose(PostgresError(.misuse, "COPY runs by copyIn only"))
      } else if step.statement != nil, step.preparing == nil {
        results.append(result)
      }
    }
    settleCancel(&call)
    if var failure {
      if call.interruption != nil, failure.sqlState == .queryCanceled {
        let cause = call.interruptionError(statement: failure.statement)
        failure.code = cause.code
        failure.message = cause.message
      }
      throw failure
    }
    guard results.count == sqls.count else { throw lose(nil) }
    return results
  }

  /// The next result, nil at the end of a step. Blocks only in `wait`.
  func nextResult(_ call: inout Call) throws(PostgresError) -> LibpqResult? {
    let pointer = try open()
    while PQisBusy(pointer) == 1 {
      // Once the connection is gone PQgetResult no longer waits: it gives what had arrived, then an error.
      guard try exchange(&call) else { break }
    }
    return PQgetResult(pointer).map(LibpqResult.init)
  }

  /// Closes the session for a reason and gives the error to throw.
  func lose(_ cause: PostgresError?) -> PostgresError {
    let error = cause ?? PostgresError(.connectionLost, pointer.map(lastMessage) ?? "the connection ended")
    close(because: error)
    return error
  }
}

extension PostgresError {
  /// The server no longer has the prepared statement (26000), or its result has other columns now (0A000).
  fileprivate var isStalePreparation: Bool {
    sqlState == .invalidStatementName
      || (sqlState == .featureNotSupported && serverFunction == "RevalidateCachedQuery")
  }
}

extension LibpqResult {
  fileprivate var isCopy: Bool {
    switch status {
    case PGRES_COPY_IN, PGRES_COPY_OUT, PGRES_COPY_BOTH: true
    default: false
    }
  }
}
