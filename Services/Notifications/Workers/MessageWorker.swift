import Contracts
import FoundationEssentials
import Logging
import Messaging
import Postgres
import ServiceKit
import ServiceLifecycle
import Synchronization

/// Sends messages: takes those whose turn it is, hands them to their channels, writes down what became of them.
///
/// Each channel has places of its own, so that one that hangs delays no other. No transaction is open while a channel is
/// waited for. What was sent when the process died is sent again with the same id.
final class MessageWorker: Service {
  private let pool: PostgresPool
  private let runner: UnitOfWorkRunner
  private let policy: @Sendable () throws -> MessagePolicy
  private let directory: any ContactDirectory
  private let channels: ChannelTable
  private let send: SendMessage
  private let settle: SettleMessages
  private let pace: Pace
  private let counters = MessageCounters()
  private let logger: Logger
  /// How many messages of each channel are in hand.
  private let inHand = Mutex<[ContactChannel: Int]>([:])

  init(
    pool: PostgresPool, runner: UnitOfWorkRunner, policy: @escaping @Sendable () throws -> MessagePolicy,
    directory: any ContactDirectory, channels: ChannelTable, send: SendMessage, settle: SettleMessages, pace: Pace,
    logger: Logger
  ) {
    self.pool = pool
    self.runner = runner
    self.policy = policy
    self.directory = directory
    self.channels = channels
    self.send = send
    self.settle = settle
    self.pace = pace
    self.logger = logger
  }

  /// Sends until told to shut down; what is in hand then is finished.
  func run() async throws {
    await withDiscardingTaskGroup { group in
      var failures = 0
      while !Task.isShuttingDownGracefully, !Task.isCancelled {
        do {
          let batches = try await self.claim()
          failures = 0
          for batch in batches { group.addTask { await self.tryToSend(batch) } }
          if batches.isEmpty { try await Task.sleep(for: self.pace.interval) }
        } catch is CancellationError {
          return
        } catch {
          failures += 1
          self.logger.warning("messages cannot be taken; trying again", metadata: ["reason": "\(error)"])
          try? await Task.sleep(for: .milliseconds(min(5_000, 100 << min(failures, 6))))
        }
      }
    }
  }

  /// Takes one turn of every message that is due now, at most as many as there are places; answers how many had one.
  func sendDue() async throws -> Int {
    let batches = try await claim()
    try await withThrowingDiscardingTaskGroup { group in
      for batch in batches { group.addTask { try await self.deliver(batch) } }
    }
    return batches.reduce(0) { $0 + $1.messages.count }
  }

  /// Messages of one channel that were taken together.
  private struct Batch: Sendable {
    let channel: ContactChannel
    let lease: UUID
    let messages: [MessageRow]
  }

  private func claim() async throws -> [Batch] {
    let busy = inHand.withLock { $0 }
    var places: [ContactChannel: Int] = [:]
    for kind in ContactChannel.allCases { places[kind] = channels.places(of: kind) - (busy[kind] ?? 0) }
    let lease = UUID()
    let messages = try await MessageStore.claim(places: places, lease: lease, pool: pool)
    let kinds = Dictionary(grouping: messages) { $0.course.channel ?? .webhook }
    inHand.withLock { counts in for (kind, rows) in kinds { counts[kind, default: 0] += rows.count } }
    return kinds.map { Batch(channel: $0.key, lease: lease, messages: $0.value) }
  }

  private func tryToSend(_ batch: Batch) async {
    do {
      try await deliver(batch)
    } catch {
      // The lease ends by itself, and another worker goes on.
      logger.warning(
        "messages could not be settled; they are left until their lease ends",
        metadata: ["channel": "\(batch.channel.rawValue)", "reason": "\(error)"])
    }
  }

  private func deliver(_ batch: Batch) async throws {
    defer { inHand.withLock { $0[batch.channel, default: 0] -= batch.messages.count } }
    let policy = try policy()
    let now = runner.now
    let keys = Set(batch.messages.compactMap { $0.draft.sealed == nil ? $0.draft.addressee : nil })
    let cards = keys.isEmpty ? [:] : try await runner.read { try await directory.cards(of: keys, on: $0) }
    let results = await withTaskGroup(of: MessageResult.self) { group in
      for message in batch.messages {
        let card = message.draft.addressee.flatMap { cards[$0] }
        group.addTask { await self.send(message, card: card, policy: policy, now: now) }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    // The order in which they were taken, whoever was quickest.
    let order = Dictionary(uniqueKeysWithValues: batch.messages.enumerated().map { ($1.id, $0) })
    let sorted = results.sorted { (order[$0.message.id] ?? 0) < (order[$1.message.id] ?? 0) }
    let settled = try await runner.run { work in
      try await settle(sorted, lease: batch.lease, policy: policy, work: work)
    }
    for result in settled { counters.count(result) }
    report(settled)
  }

  /// What channels answered when they failed: a line for each word of theirs, however many messages met it.
  private func report(_ results: [MessageResult]) {
    let failed = results.flatMap(\.attempts).filter { $0.outcome == .failed || $0.outcome == .refused }
    for (failure, attempts) in Dictionary(grouping: failed, by: { "\($0.channel.rawValue): \($0.failure ?? "-")" }) {
      logger.warning("attempts failed", metadata: ["failure": "\(failure)", "attempts": "\(attempts.count)"])
    }
  }
}
