extension PostgresConnection {
  /// Waits for notifications; empty when none came in time.
  func notifications(within patience: Duration) async throws(PostgresError) -> [PostgresListenerEvent] {
    try await call(timeout: patience) { session, call throws(PostgresError) in
      try session.notifications(&call)
    }
  }
}
