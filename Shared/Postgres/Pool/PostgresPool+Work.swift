extension PostgresPool {
  /// Leases a connection for the body. What the body leaves open (a transaction) is rolled back.
  /// - Throws: `acquireTimeout`, `cancelled`, `poolClosed`, or what the body throws, untouched.
  public func withConnection<Value>(_ body: (PostgresConnection) async throws -> Value) async throws -> Value {
    let entry = try await acquire()
    do {
      let value = try await body(entry.connection)
      await release(entry)
      return value
    } catch {
      await release(entry)
      throw error
    }
  }

  /// Runs the body in a transaction: commits when it returns, rolls back when it throws.
  ///
  /// - Parameters:
  ///   - deadline: how long the body's calls may take, all together; COMMIT, once sent, is waited for as any call is.
  ///   - retries: how often to run the body again after a serialization failure or a deadlock (40001, 40P01); it must
  ///     then have no effects outside the transaction.
  /// - Throws: the body's error, untouched; the server's when it refused COMMIT (nothing happened then);
  ///   `transactionAborted` when the body swallowed a statement's error; `commitOutcomeUnknown` when COMMIT was sent
  ///   and not answered.
  public func withTransaction<Value>(
    isolation: PostgresIsolation = .readCommitted, readOnly: Bool = false, deadline: Duration? = nil,
    retries: Int = 0, _ body: (PostgresConnection) async throws -> Value
  ) async throws -> Value {
    var attempt = 0
    while true {
      do {
        return try await withConnection { connection in
          try await connection.begin(isolation: isolation, readOnly: readOnly, deadline: deadline)
          let value: Value
          do {
            value = try await body(connection)
          } catch {
            await connection.rollback()
            throw error
          }
          try await connection.commit()
          return value
        }
      } catch let error as PostgresError where attempt < retries && error.sqlState?.isContention == true {
        attempt += 1
        try await Task.sleep(for: .milliseconds(Int.random(in: 1...(10 << min(attempt, 6)))))
      }
    }
  }

  /// Runs one statement on any connection and reads its rows; see `PostgresConnection.query`.
  public func query<each Column: PostgresDecodable>(
    _ sql: SQL, as type: (repeat each Column).Type, timeout: Duration? = nil
  ) async throws(PostgresError) -> [(repeat each Column)] {
    let entry = try await acquire()
    do throws(PostgresError) {
      let rows = try await entry.connection.query(sql, as: type, timeout: timeout)
      await release(entry)
      return rows
    } catch {
      await release(entry)
      throw error
    }
  }

  /// Runs one statement on any connection and gives how many rows it changed.
  @discardableResult
  public func execute(_ sql: SQL, timeout: Duration? = nil) async throws(PostgresError) -> Int {
    let entry = try await acquire()
    do throws(PostgresError) {
      let count = try await entry.connection.execute(sql, timeout: timeout)
      await release(entry)
      return count
    } catch {
      await release(entry)
      throw error
    }
  }
}
