import Postgres
import ServiceLifecycle

/// The connection pool as a part of a service: first to start, last to end.
struct PoolService: Service {
  let pool: PostgresPool

  func run() async throws {
    try await cancelWhenGracefulShutdown { try await pool.run() }
  }
}
