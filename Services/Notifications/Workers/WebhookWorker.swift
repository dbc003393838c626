import Contracts
import FoundationEssentials
import Logging
import Messaging
import Postgres
import ServiceKit
import ServiceLifecycle
import Synchronization

/// Delivers events to agencies' endpoints.
///
/// Each endpoint is visited by one worker of all replicas at a time, and each visit is a task of its own. Those that answer
/// slowly share a quarter of the places, so that however many they are, they hold none of those that work. No transaction
/// is open while an endpoint is waited for. What was posted when the process died is posted again with the same
/// webhook-id: at least once, as the standard has it.
final class WebhookWorker: Service {
  private let pool: PostgresPool
  private let policy: @Sendable () throws -> DeliveryPolicy
  private let visits: WebhookVisits
  private let ledger: DeliveryLedger
  private let pace: Pace
  private let logger: Logger
  private let counters = EndpointCounters()
  private let inHand = Atomic<Int>(0)
  private let slowInHand = Atomic<Int>(0)
  /// Counts visits that ended: somebody may have something to do again.
  private let ended = Atomic<Int>(0)

  /// - Parameter policy: the numbers in force now.
  init(
    pool: PostgresPool, runner: UnitOfWorkRunner, policy: @escaping @Sendable () throws -> DeliveryPolicy,
    visits: WebhookVisits, pace: Pace, logger: Logger
  ) {
    self.pool = pool
    self.policy = policy
    self.visits = visits
    ledger = DeliveryLedger(runner: runner) { SettleDeliveries(policy: try policy(), tellOwner: TellOwner()) }
    self.pace = pace
    self.logger = logger
  }

  /// Visits endpoints until told to shut down; what is in hand then is finished.
  func run() async throws {
    await withDiscardingTaskGroup { group in
      var failures = 0
      var sweepAt = ContinuousClock.now
      while !Task.isShuttingDownGracefully, !Task.isCancelled {
        let seen = self.ended.load(ordering: .acquiring)
        do {
          let claimed = try await self.claim()
          failures = 0
          for endpoint in claimed { group.addTask { await self.visit(endpoint) } }
          if sweepAt < .now {
            sweepAt = .now + .seconds(5)
            group.addTask { await self.visits.connections.sweep() }
          }
          if claimed.isEmpty { try await self.rest(seen) }
        } catch is CancellationError {
          break
        } catch {
          failures += 1
          self.logger.warning("deliveries cannot be looked for; trying again", metadata: ["reason": "\(error)"])
          try? await Task.sleep(for: .milliseconds(min(5_000, 100 << min(failures, 6))))
        }
      }
    }
    await visits.connections.close()
  }

  /// Visits once every endpoint that has something to do now; answers how many had.
  func visitAll() async throws -> Int {
    let claimed = try await claim()
    await withDiscardingTaskGroup { group in
      for endpoint in claimed { group.addTask { await self.visit(endpoint) } }
    }
    return claimed.count
  }

  /// Until a visit has ended, or it is time to look again.
  private func rest(_ seen: Int) async throws {
    let until = ContinuousClock.now + pace.interval
    while ended.load(ordering: .acquiring) == seen, .now < until { try await Task.sleep(for: .milliseconds(5)) }
  }

  private func claim() async throws -> [EndpointLease] {
    let slow = max(1, pace.endpoints / 4)
    let slowPlaces = slow - slowInHand.load(ordering: .relaxed)
    let places = pace.endpoints - inHand.load(ordering: .relaxed)
    guard places > 0 || slowPlaces > 0 else { return [] }
    let claimed = try await EndpointStore.claim(
      quick: max(0, places), slow: max(0, slowPlaces), deliveries: pace.visit, lease: UUID(), pool: pool)
    let slowOnes = claimed.count(where: \.isSlow)
    slowInHand.add(slowOnes, ordering: .relaxed)
    inHand.add(claimed.count - slowOnes, ordering: .relaxed)
    return claimed
  }

  private func visit(_ endpoint: EndpointLease) async {
    defer {
      if endpoint.isSlow { slowInHand.subtract(1, ordering: .relaxed) } else { inHand.subtract(1, ordering: .relaxed) }
      ended.add(1, ordering: .releasing)
    }
    do {
      let policy = try policy()
      let round = VisitRound(endpoint: endpoint, policy: policy, pace: pace, visits: visits)
      counters.count(try await ledger.write(await round.run()), of: endpoint.id)
    } catch {
      logger.warning(
        "what a visit came to could not be written down; the endpoint is left until its lease ends",
        metadata: ["endpoint": "\(endpoint.id)", "reason": "\(error)"])
    }
  }
}
