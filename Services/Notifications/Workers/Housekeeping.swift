import Logging
import Metrics
import Postgres
import ServiceKit
import ServiceLifecycle

/// Measures what waits, and deletes deliveries of long ago.
struct Housekeeping: Service {
  let pool: PostgresPool
  let retention: Duration
  let logger: Logger

  func run() async throws {
    await cancelWhenGracefulShutdown {
      var round = 0
      while !Task.isCancelled {
        do {
          try await self.measure()
          if round % 120 == 0 {
            while try await DeliveryStore.purge(after: self.retention, limit: 5_000, pool: self.pool) > 0 {}
            while try await DeliveryStore.purgeHistory(after: self.retention, limit: 5_000, pool: self.pool) > 0 {}
            while try await ToldNoticeStore.purge(limit: 5_000, pool: self.pool) > 0 {}
          }
        } catch {
          self.logger.debug("housekeeping failed; trying again", metadata: ["reason": "\(error)"])
        }
        round += 1
        try? await Task.sleep(for: .seconds(5))
      }
    }
  }

  /// How long the oldest of what is due has waited for its turn: nought while the workers keep up.
  func measure() async throws {
    let ages = try await pool.query(
      """
      select
        (select coalesce(extract(epoch from clock_timestamp() - min(wake_at)), 0)::float8 from endpoint
         where wake_at <= clock_timestamp()),
        (select coalesce(extract(epoch from clock_timestamp() - min(due_at)), 0)::float8 from message
         where due_at <= clock_timestamp()),
        (select count(*) from endpoint where failing_since is not null)
      """, as: (Double, Double, Int).self)
    guard let age = ages.first else { return }
    Gauge(label: "ecoredress_webhook_oldest_due_seconds").record(age.0)
    Gauge(label: "ecoredress_messages_oldest_due_seconds").record(age.1)
    Gauge(label: "ecoredress_webhook_endpoints_failing").record(age.2)
  }
}
