import Logging
import Postgres
import ServiceLifecycle

/// Forgets answers whose time is over.
struct IdempotencyUpkeep: Service {
  /// How many are forgotten in one statement.
  static let page = 5000

  let pool: PostgresPool
  let logger: Logger

  func run() async throws {
    await cancelWhenGracefulShutdown {
      while !Task.isCancelled {
        do {
          while try await forget() == Self.page {}
        } catch is CancellationError {
          return
        } catch {
          logger.warning("old answers could not be forgotten; trying again", metadata: ["reason": "\(error)"])
        }
        try? await Task.sleep(for: .seconds(600))
      }
    }
  }

  /// - Returns: how many answers were forgotten.
  func forget() async throws -> Int {
    try await pool.execute(
      """
      delete from idempotency_key where (caller, key) in (
        select caller, key from idempotency_key where expires_at <= now() order by expires_at limit \(Self.page)
        for update skip locked)
      """)
  }
}
