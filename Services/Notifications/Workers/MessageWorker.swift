import Contracts
import FoundationEssentials
import Logging
import Messaging
import Metrics
import Postgres
import ServiceKit
import ServiceLifecycle

/// Sends the messages to petitioners: takes those that are due, sends them, writes down all at once what became of them.
///
/// No transaction is open while a channel is waited for. What was sent when the process died is sent again with the same
/// id.
final class MessageWorker: Service {
  private let pool: PostgresPool
  private let runner: UnitOfWorkRunner
  private let policy: @Sendable () throws -> DeliveryPolicy
  private let send: SendMessage
  private let settle: SettleMessages
  private let pace: Pace
  private let logger: Logger

  init(
    pool: PostgresPool, runner: UnitOfWorkRunner, policy: @escaping @Sendable () throws -> DeliveryPolicy,
    send: SendMessage, settle: SettleMessages, pace: Pace, logger: Logger
  ) {
    self.pool = pool
    self.runner = runner
    self.policy = policy
    self.send = send
    self.settle = settle
    self.pace = pace
    self.logger = logger
  }

  /// Sends until told to shut down; what is in hand then is finished.
  func run() async throws {
    var failures = 0
    while !Task.isShuttingDownGracefully, !Task.isCancelled {
      do {
        let count = try await sendDue()
        failures = 0
        if count == 0 { try await Task.sleep(for: pace.interval) }
      } catch is CancellationError {
        return
      } catch {
        failures += 1
        logger.warning("messages cannot be sent; trying again", metadata: ["reason": "\(error)"])
        try? await Task.sleep(for: .milliseconds(min(5_000, 100 << min(failures, 6))))
      }
    }
  }

  /// Sends what is due now, at most as many as are taken at once; answers how many.
  func sendDue() async throws -> Int {
    let schedule = try policy().schedule
    let lease = UUID()
    let messages = try await MessageStore.claim(limit: pace.messages, lease: lease, pool: pool)
    guard !messages.isEmpty else { return 0 }
    let now = runner.now
    let results = await withTaskGroup(of: MessageResult.self) { group in
      for message in messages { group.addTask { await self.send(message, schedule: schedule, now: now) } }
      return await group.reduce(into: []) { $0.append($1) }
    }
    // The order in which they were asked for, whatever channel was quickest.
    let order = Dictionary(uniqueKeysWithValues: messages.enumerated().map { ($1.id, $0) })
    let sorted = results.sorted { (order[$0.message.id] ?? 0) < (order[$1.message.id] ?? 0) }
    let settled = try await runner.run { try await settle(sorted, lease: lease, work: $0) }
    for result in settled { count(result) }
    return messages.count
  }

  private func count(_ result: MessageResult) {
    let outcome = result.receipt != nil ? "delivered" : result.wait != nil ? "retried" : "failed"
    Metrics.Counter(
      label: "ecoredress_messages_total", dimensions: [("outcome", outcome), ("channel", result.channel.rawValue)]
    ).increment()
  }
}
