internal import Logging
internal import Postgres

/// An advisory lock held by a session of its own, so that it ends with the process that holds it.
///
/// The session is not pooled and shows life every two seconds; the server ends it after ten idle ones
/// (`idle_session_timeout`), so a frozen process frees its lock.
struct SessionLock {
  private static let beat = Duration.seconds(2)

  let configuration: PostgresConfiguration
  let key: Int64
  let logger: Logger

  /// Runs the body while the lock is held; answers false at once when another session has it. Losing the session
  /// cancels the body and throws.
  func whileHeld(_ body: @Sendable @escaping () async throws -> Void) async throws -> Bool {
    let session = try await PostgresConnection.connect(configuration, logger: logger)
    do {
      let got = try await session.query("select pg_try_advisory_lock(\(key))", as: Bool.self).first ?? false
      if got {
        try await withThrowingTaskGroup(of: Bool.self) { group in
          group.addTask {
            while true {
              try await Task.sleep(for: SessionLock.beat)
              _ = try await session.execute("select 1")
            }
          }
          group.addTask {
            try await body()
            return true
          }
          _ = try await group.next()
          group.cancelAll()
        }
      }
      await session.close()
      return got
    } catch {
      await session.close()
      throw error
    }
  }

  /// Ends the session that has the lock, if one has: its work is cut off as when the connection breaks.
  func endHolder() async throws {
    let session = try await PostgresConnection.connect(configuration, logger: logger)
    do {
      _ = try await session.query(
        """
        select pg_terminate_backend(pid) from pg_locks
        where locktype = 'advisory' and granted and objsubid = 1
          and database = (select oid from pg_database where datname = current_database())
          and (classid::bigint << 32) | objid::bigint = \(key)
        """, as: Bool.self)
      await session.close()
    } catch {
      await session.close()
      throw error
    }
  }
}
