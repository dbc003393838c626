/// A connection of a pool.
struct PoolEntry: Sendable {
  let connection: PostgresConnection
  let opened: ContinuousClock.Instant
  var idleSince: ContinuousClock.Instant
}
