import Contracts
import FoundationEssentials
import Logging
import Messaging
import Metrics
import Postgres
import ServiceKit
import ServiceLifecycle
import Synchronization

/// Delivers events to agencies' endpoints.
///
/// Each endpoint is visited by one worker of all replicas at a time, and each visit is a task of its own, so that a slow
/// endpoint delays nobody else as long as there are places. No transaction is open while an endpoint is waited for. What
/// was posted when the process died is posted again with the same webhook-id: at least once, as the standard has it.
final class WebhookWorker: Service {
  private let pool: PostgresPool
  private let runner: UnitOfWorkRunner
  private let policy: @Sendable () throws -> DeliveryPolicy
  private let visits: WebhookVisits
  private let pace: Pace
  private let logger: Logger
  private let inHand = Atomic<Int>(0)

  /// - Parameter policy: the numbers in force now.
  init(
    pool: PostgresPool, runner: UnitOfWorkRunner, policy: @escaping @Sendable () throws -> DeliveryPolicy,
    visits: WebhookVisits, pace: Pace, logger: Logger
  ) {
    self.pool = pool
    self.runner = runner
    self.policy = policy
    self.visits = visits
    self.pace = pace
    self.logger = logger
  }

  /// Visits endpoints until told to shut down; what is in hand then is finished.
  func run() async throws {
    await withDiscardingTaskGroup { group in
      var failures = 0
      while !Task.isShuttingDownGracefully, !Task.isCancelled {
        do {
          let claimed = try await self.claim()
          failures = 0
          for endpoint in claimed { group.addTask { await self.visit(endpoint) } }
          if claimed.isEmpty { try await Task.sleep(for: self.pace.interval) }
        } catch is CancellationError {
          return
        } catch {
          failures += 1
          self.logger.warning("deliveries cannot be looked for; trying again", metadata: ["reason": "\(error)"])
          try? await Task.sleep(for: .milliseconds(min(5_000, 100 << min(failures, 6))))
        }
      }
    }
  }

  /// Visits once every endpoint that has something to do now; answers how many had.
  func visitAll() async throws -> Int {
    let claimed = try await claim()
    await withDiscardingTaskGroup { group in
      for endpoint in claimed { group.addTask { await self.visit(endpoint) } }
    }
    return claimed.count
  }

  private func claim() async throws -> [EndpointLease] {
    let places = pace.endpoints - inHand.load(ordering: .relaxed)
    guard places > 0 else { return [] }
    let claimed = try await EndpointStore.claim(limit: places, lease: UUID(), pool: pool)
    inHand.add(claimed.count, ordering: .relaxed)
    return claimed
  }

  private func visit(_ endpoint: EndpointLease) async {
    defer { inHand.subtract(1, ordering: .relaxed) }
    do {
      try await deliver(to: endpoint)
      try await EndpointStore.release(endpoint, pool: pool)
    } catch is CancellationError {
      // The lease ends by itself, and another worker goes on.
    } catch {
      logger.warning(
        "an endpoint could not be visited; it is left until its lease ends",
        metadata: ["endpoint": "\(endpoint.id)", "reason": "\(error)"])
    }
  }

  private func deliver(to endpoint: EndpointLease) async throws {
    let policy = try policy()
    let settle = SettleDeliveries(policy: policy)
    var failures = try await failures(of: endpoint)
    var due = try await DeliveryStore.due(endpoint, limit: pace.group, pool: pool)
    guard let first = due.first else { return }
    let visit: WebhookVisit
    do throws(WebhookVisits.Failure) {
      visit = try await visits.begin(endpoint, timeout: policy.timeout)
    } catch {
      let attempt = SettleDeliveries.Attempt(due: first, verdict: .unanswered(error.word, failures: failures))
      count(try await runner.run { try await settle([attempt], at: endpoint, work: $0) })
      return
    }
    do {
      var left = pace.visit
      while !due.isEmpty {
        let attempts = try await post(due, in: visit, failures: failures)
        let outcomes = try await runner.run { try await settle(attempts, at: endpoint, work: $0) }
        count(outcomes)
        left -= attempts.count
        if outcomes.contains(.delivered) { failures = 0 }
        if outcomes.last != .delivered { failures += 1 }
        guard let last = attempts.last, goesOn(last.verdict, outcomes.last ?? .lost), left > 0,
          !Task.isShuttingDownGracefully
        else { break }
        due = try await DeliveryStore.due(endpoint, limit: pace.group, pool: pool)
      }
    } catch {
      await visit.end()
      throw error
    }
    await visit.end()
  }

  /// Posts one after the other, until one fails or a second has passed: what was delivered is written down in groups, but
  /// soon, since all of it comes again if the process dies before.
  private func post(
    _ due: [DeliveryStore.Due], in visit: WebhookVisit, failures: Int
  ) async throws -> [SettleDeliveries.Attempt] {
    var attempts: [SettleDeliveries.Attempt] = []
    let start = ContinuousClock.now
    for one in due {
      let started = ContinuousClock.now
      let request = WebhookRequest(
        id: one.id.lowercased, body: one.body, failures: attempts.isEmpty ? failures : 0)
      let verdict = try await visit.post(request)
      Metrics.Timer(label: "ecoredress_webhook_request_seconds").record(duration: started.duration(to: .now))
      attempts.append(.init(due: one, verdict: verdict))
      guard case .delivered = verdict, start.duration(to: .now) < .seconds(1), !Task.isShuttingDownGracefully else {
        break
      }
    }
    return attempts
  }

  /// Whether the endpoint may get more at once. An answer that refuses one event says nothing of others.
  private func goesOn(_ verdict: WebhookVerdict, _ outcome: SettleDeliveries.Outcome) -> Bool {
    switch (verdict, outcome) {
    case (_, .lost), (_, .disabled), (.gone, _): false
    case (.failed(_, _, let rest), _): rest == nil
    case (.delivered, _): true
    }
  }

  private func failures(of endpoint: EndpointLease) async throws -> Int {
    try await pool.query(
      "select failing_attempts from endpoint where id = \(endpoint.id)", as: Int.self
    ).first ?? 0
  }

  private func count(_ outcomes: [SettleDeliveries.Outcome]) {
    for (outcome, all) in Dictionary(grouping: outcomes, by: { $0 }) {
      Metrics.Counter(label: "ecoredress_webhook_deliveries_total", dimensions: [("outcome", outcome.rawValue)])
        .increment(by: all.count)
    }
  }
}
