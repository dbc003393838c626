import Contracts
import FoundationEssentials
import Messaging
import Postgres

/// Writes down what attempts at an endpoint came to, and what follows: the next of a subject, a later attempt, the end of
/// the attempts, the end of the endpoint.
struct SettleDeliveries: Sendable {
  /// One attempt that was made.
  struct Attempt: Sendable {
    let due: DeliveryStore.Due
    let verdict: WebhookVerdict
  }

  /// What followed; the names are those of the metric.
  enum Outcome: String, Sendable {
    case delivered
    /// To be tried again.
    case retried
    case exhausted
    /// The endpoint was switched off; the delivery waits.
    case disabled
    /// Another worker has the endpoint: the attempt is not ours to note.
    case lost
  }

  let policy: DeliveryPolicy

  /// - Parameter attempts: in the order made; a visit ends with its first failure, so that only the last is one.
  /// - Returns: what followed from each.
  func callAsFunction(
    _ attempts: [Attempt], at endpoint: EndpointLease, work: UnitOfWork
  ) async throws -> [Outcome] {
    guard let health = try await EndpointStore.lock(endpoint, on: work.connection) else {
      return attempts.map { _ in .lost }
    }
    let delivered = attempts.compactMap { attempt -> (due: DeliveryStore.Due, status: Int)? in
      if case .delivered(let status) = attempt.verdict { (attempt.due, status) } else { nil }
    }
    if let last = delivered.last {
      _ = try await work.connection.pipeline(
        DeliveryStore.settle(delivered.map(\.due), of: endpoint.id, as: "delivered", codes: delivered.map(\.status)) + [
          """
          update endpoint set delivered = delivered + \(Int64(delivered.count)), failing_since = null,
            failing_attempts = 0, rest_until = null, last_attempt_at = clock_timestamp(),
            last_success_at = clock_timestamp(), last_status = \(Int32(last.status)), last_failure = null
          where id = \(endpoint.id)
          """
        ])
    }
    var outcomes = delivered.map { _ in Outcome.delivered }
    let failing = delivered.isEmpty ? health : (failingSince: nil, failures: 0)
    for attempt in attempts.dropFirst(delivered.count) {
      outcomes.append(try await settle(attempt, at: endpoint, health: failing, work: work))
    }
    return outcomes
  }

  private func settle(
    _ attempt: Attempt, at endpoint: EndpointLease, health: (failingSince: Date?, failures: Int), work: UnitOfWork
  ) async throws -> Outcome {
    switch attempt.verdict {
    case .delivered:
      return .delivered
    case .gone:
      try await work.connection.execute(
        """
        update delivery set attempts = attempts + 1, last_status = 410, last_failure = 'gone'
        where id = \(attempt.due.id)
        """)
      try await note(status: 410, failure: "gone", rest: nil, at: endpoint, work: work)
      return try await disable(endpoint, because: .gone, health: health, work: work)
    case .failed(let status, let failure, let rest):
      return try await fail(
        attempt.due, status: status, failure: failure, rest: rest, at: endpoint, health: health, work: work)
    }
  }

  private func fail(
    _ due: DeliveryStore.Due, status: Int?, failure: String, rest: Duration?, at endpoint: EndpointLease,
    health: (failingSince: Date?, failures: Int), work: UnitOfWork
  ) async throws -> Outcome {
    try await note(status: status, failure: failure, rest: rest, at: endpoint, work: work)
    let wait = policy.schedule.wait(after: due.attempts + 1, asked: rest, jitter: Double.random(in: 0...1))
    if let wait {
      try await work.connection.execute(DeliveryStore.postpone(due, by: wait, code: status, failure: failure))
    } else {
      _ = try await work.connection.pipeline(
        DeliveryStore.settle([due], of: endpoint.id, as: "exhausted", codes: [status], failure: failure) + [
          "update endpoint set exhausted = exhausted + 1 where id = \(endpoint.id)"
        ])
      work.record(
        AuditEntry(
          actor: "notifications", action: "delivery.exhausted", subject: due.id.lowercased,
          cause: endpoint.id.lowercased))
    }
    if policy.givesUp(failingSince: health.failingSince, now: Date()) {
      return try await disable(endpoint, because: .failing, health: health, work: work)
    }
    return wait == nil ? .exhausted : .retried
  }

  private func note(
    status: Int?, failure: String, rest: Duration?, at endpoint: EndpointLease, work: UnitOfWork
  ) async throws {
    try await work.connection.execute(
      """
      update endpoint set failed = failed + 1, failing_since = coalesce(failing_since, clock_timestamp()),
        failing_attempts = failing_attempts + 1, last_attempt_at = clock_timestamp(),
        last_status = \(status.map { Int32($0) } as Int32?), last_failure = \(failure),
        rest_until = clock_timestamp() + make_interval(secs => \(rest?.inSeconds as Double?))
      where id = \(endpoint.id)
      """)
  }

  private func disable(
    _ endpoint: EndpointLease, because reason: DisableReason, health: (failingSince: Date?, failures: Int),
    work: UnitOfWork
  ) async throws -> Outcome {
    guard var subscription = try await SubscriptionStore.find(endpoint.id, on: work.connection),
      subscription.status == .approved
    else { return .disabled }
    let event = try subscription.disable(
      because: reason, by: "notifications", at: Date(), failingSince: health.failingSince,
      failedAttempts: health.failures + 1)
    try await SubscriptionStore.save(subscription, on: work.connection)
    try await work.connection.execute(EndpointStore.suspend(endpoint.id))
    Announcements.disabled(event, sequence: subscription.sequence, work: work)
    work.record(
      AuditEntry(
        actor: "notifications", action: "subscription.disabled", subject: endpoint.id.lowercased,
        cause: reason.rawValue))
    return .disabled
  }
}
