/// Somebody who waits for a connection of a pool. Whoever takes the waiter out of the queue resumes it.
struct PoolWaiter: Sendable {
  let id: UInt64
  let since: ContinuousClock.Instant
  let continuation: CheckedContinuation<Result<PoolEntry, PostgresError>, Never>
}
