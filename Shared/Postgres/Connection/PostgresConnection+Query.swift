extension PostgresConnection {
  /// Runs a statement and reads its rows.
  ///
  /// ```swift
  /// for (id, title) in try await connection.query("select …", as: (UUID, String?).self) { … }
  /// let count = try await connection.query("select count(*) from petition", as: Int.self)[0]
  /// ```
  /// All rows are held in memory: limit what may be many.
  public func query<each Column: PostgresDecodable>(
    _ sql: SQL, as type: (repeat each Column).Type, timeout: Duration? = nil
  ) async throws(PostgresError) -> [(repeat each Column)] {
    let result = try await single(sql, timeout: timeout)
    return try PostgresResult(result).rows(as: type)
  }

  /// Runs a statement and gives how many rows it changed.
  @discardableResult
  public func execute(_ sql: SQL, timeout: Duration? = nil) async throws(PostgresError) -> Int {
    try await single(sql, timeout: timeout).affectedRows
  }

  private func single(_ sql: SQL, timeout: Duration?) async throws(PostgresError) -> LibpqResult {
    let results = try await call(timeout: timeout) { session, call throws(PostgresError) in
      try session.perform([sql], call: &call)
    }
    guard let result = results.first else { throw PostgresError(.connectionLost, "the server sent no result") }
    return result
  }

  /// Runs statements in one round trip.
  ///
  /// The first error is thrown with its `statementIndex`; what follows it is not executed. Outside a transaction the
  /// statements form one: either all have happened or none.
  public func pipeline(
    _ statements: [SQL], timeout: Duration? = nil
  ) async throws(PostgresError) -> [PostgresResult] {
    guard !statements.isEmpty else { return [] }
    return try await call(timeout: timeout) { session, call throws(PostgresError) in
      try session.perform(statements, call: &call).map(PostgresResult.init)
    }
  }

  /// Runs a text of several statements, without parameters and without results: migrations and the like.
  ///
  /// Outside a transaction the statements form one, unless they begin and commit themselves.
  public func script(_ text: String, timeout: Duration? = nil) async throws(PostgresError) {
    try await call(timeout: timeout) { session, call throws(PostgresError) in
      try session.script(text, call: &call)
    }
  }
}
