import FoundationEssentials
import Postgres

/// How often something was tried, in windows of time, counted by all replicas together.
enum AttemptStore {
  /// A thing that is counted.
  struct Attempt: Sendable {
    let bucket: [UInt8]
    let window: Duration

    init?(bucket: [UInt8]?, window: Duration) {
      guard let bucket else { return nil }
      self.bucket = bucket
      self.window = window
    }
  }

  /// How often each was tried in its window, and how long that lasts.
  struct Counts: Sendable {
    fileprivate let rows: [[UInt8]: (attempts: Int64, seconds: Double)]

    /// How long to wait; nil while the limit is kept.
    func wait(_ bucket: [UInt8], beyond limit: Int) -> Duration? {
      guard let row = rows[bucket], row.attempts > Int64(limit) else { return nil }
      return .seconds(max(1, row.seconds))
    }
  }

  /// Counts, before anything is compared: who asks many times at once gains nothing.
  ///
  /// Windows that are over are forgotten on the way, a few more than can be added.
  static func count(_ attempts: [Attempt], on pool: PostgresPool) async throws -> Counts {
    let rows = try await pool.query(
      """
      with forgotten as (
        delete from query_attempt where bucket in (
          select bucket from query_attempt where ends_at < now() - interval '1 hour' order by ends_at limit 8
          for update skip locked))
      insert into query_attempt as a (bucket, attempts, ends_at)
      select bucket, 1, now() + make_interval(secs => seconds)
      from unnest(\(attempts.map(\.bucket)), \(attempts.map { $0.window / .seconds(1) })) as n(bucket, seconds)
      order by bucket
      on conflict (bucket) do update set
        attempts = case when a.ends_at <= now() then 1 else a.attempts + 1 end,
        ends_at = case when a.ends_at <= now() then excluded.ends_at else a.ends_at end
      returning a.bucket, a.attempts, extract(epoch from a.ends_at - now())::double precision
      """, as: ([UInt8], Int64, Double).self)
    return Counts(rows: Dictionary(rows.map { ($0.0, ($0.1, $0.2)) }, uniquingKeysWith: { first, _ in first }))
  }

  /// Takes one back.
  static func forgive(_ bucket: [UInt8], on pool: PostgresPool) async throws {
    try await pool.execute("update query_attempt set attempts = attempts - 1 where bucket = \(bucket) and attempts > 0")
  }
}
