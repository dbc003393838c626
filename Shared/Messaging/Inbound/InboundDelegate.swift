internal import FoundationEssentials
internal import Kafka
internal import Logging
internal import Metrics
internal import Postgres

/// Answers the Kafka consumer: where to start, what to do with a batch, what to finish before a partition goes.
///
/// An actor, though the consumer never calls two of its methods at once: the compiler cannot know that.
actor InboundDelegate: KafkaConsumerDelegate {
  /// After how many time-outs in a row a batch is looked at message by message.
  private static let suspicion = 3

  private let client: KafkaConsumer
  private let subscriptions: [String: Subscription]
  private let pool: PostgresPool
  private let broker: BrokerWatch
  private let signal: RelaySignal
  private let faults: FaultPoints
  private let logger: Logger
  private let positions: PositionStore
  private let processor: BatchProcessor
  private let report: @Sendable ((inout InboundStatus) -> Void) -> Void
  private let batchSize = Metrics.Recorder(label: "ecoredress_inbound_batch_messages")
  private let batchTime = Metrics.Timer(label: "ecoredress_inbound_batch_seconds")
  private let taken = Metrics.Counter(label: "ecoredress_inbound_messages_total")
  private var hops: [String: Metrics.Timer] = [:]
  private var at: [KafkaPartition: Int64] = [:]
  /// Partitions to be handled message by message up to this position, because an owner died there.
  private var careful: [KafkaPartition: Int64] = [:]
  /// How many messages share a transaction at the most: halved by one that ran out of time or gave way, doubled by one
  /// that did not.
  private var portion = InboundDelegate.wholeBatch
  private var failures = 0
  private var timeouts = 0

  init(
    client: KafkaConsumer, subscriptions: [String: Subscription], pool: PostgresPool, broker: BrokerWatch,
    signal: RelaySignal, faults: FaultPoints, logger: Logger, positions: PositionStore, context: UnitOfWorkContext,
    report: @escaping @Sendable ((inout InboundStatus) -> Void) -> Void
  ) {
    self.client = client
    self.subscriptions = subscriptions
    self.pool = pool
    self.broker = broker
    self.signal = signal
    self.faults = faults
    self.logger = logger
    self.positions = positions
    self.report = report
    processor = BatchProcessor(pool: pool, context: context, positions: positions, faults: faults, logger: logger)
  }

  func positions(for partitions: [KafkaPartition]) async throws -> [KafkaPartition: KafkaStart] {
    do {
      try await broker.confirm()
      var (claims, pauses, bounds) = try await claim(partitions)
      if claims.contains(where: { !Self.isInside($0, bounds[$0.partition]) }) {
        // The broker may have lost its data since it was last looked at: then all starts over at the beginning.
        try await broker.confirm(afresh: true)
        (claims, pauses, bounds) = try await claim(partitions)
      }
      at = [:]
      var starts: [KafkaPartition: KafkaStart] = [:]
      for claim in claims {
        if let pause = pauses.first(where: { $0.stops(claim.partition) }) {
          starts[claim.partition] = .hold(reason: pause.explanation)
        } else {
          starts[claim.partition] = start(claim, bounds: bounds[claim.partition])
        }
      }
      report { $0.failure = nil }
      return starts
    } catch {
      report { $0.failure = "positions cannot be read: \(error)" }
      logger.warning("positions cannot be read; trying again", metadata: ["reason": "\(error)"])
      throw error
    }
  }

  private func claim(
    _ partitions: [KafkaPartition]
  ) async throws -> (claims: [PositionStore.Claim], pauses: [Pause], bounds: [KafkaPartition: KafkaLogBounds]) {
    let bounds = try await broker.watermarks(partitions)
    let beginnings = bounds.mapValues { $0.low }
    return try await pool.withTransaction { connection in
      let claims = try await self.positions.claim(beginnings, on: connection)
      return (claims, try await PauseStore.all(on: connection), bounds)
    }
  }

  private static func isInside(_ claim: PositionStore.Claim, _ bounds: KafkaLogBounds?) -> Bool {
    bounds.map { $0.low <= claim.next && claim.next <= $0.high } ?? false
  }

  private func start(_ claim: PositionStore.Claim, bounds: KafkaLogBounds?) -> KafkaStart {
    guard Self.isInside(claim, bounds) else {
      let log = bounds.map { "\($0.low)…\($0.high)" } ?? "unknown"
      let reason =
        "position \(claim.next) of \(claim.partition) is outside its log (\(log)): records were lost, or "
        + "the topic was deleted; see `outbox recover` and `topics` in the README"
      logger.critical("partition stopped", metadata: ["reason": "\(reason)"])
      return .hold(reason: reason)
    }
    at[claim.partition] = claim.next
    if claim.leftUncleanly > 0 {
      careful[claim.partition] = claim.next + Int64(InboundDelegate.carefulSpan)
      if claim.leftUncleanly > 1, let noted = claim.noted, noted >= claim.next {
        processor.killers.insert(RecordPlace(partition: claim.partition, offset: noted))
        logger.error(
          "a message killed its process again; it is parked",
          metadata: ["partition": "\(claim.partition)", "offset": "\(noted)"])
      }
    }
    return .offset(claim.next)
  }

  /// How many messages after an unclean end are handled one by one: as many as one batch can have held.
  private static let carefulSpan = 1000
  /// How many of them share a transaction: each takes a few round trips, and rows that others want stay locked meanwhile.
  static let carefulPortion = 50
  /// More than any batch holds.
  private static let wholeBatch = 1 << 20

  func handle(_ batch: [KafkaMessage]) async -> KafkaBatchOutcome {
    let began = ContinuousClock.now
    faults.reach("inbound.after-consume")
    let isCareful = batch.contains { careful[KafkaPartition($0.topic, $0.partition)] != nil }
    var rest = batch[...]
    while !rest.isEmpty {
      let messages = Array(rest.prefix(isCareful ? min(portion, InboundDelegate.carefulPortion) : portion))
      rest = rest.dropFirst(messages.count)
      let plan = BatchPlan(messages, subscriptions: subscriptions, positions: at)
      do {
        try await take(plan)
      } catch {
        if [.timeout, .contention].contains(FailureKind(error).transient) { portion = max(1, messages.count / 2) }
        return rewind(after: error)
      }
      portion = min(portion * 2, InboundDelegate.wholeBatch)
      settle(plan, messages)
    }
    batchSize.record(batch.count)
    batchTime.recordNanoseconds(Int64(began.duration(to: .now) / .nanoseconds(1)))
    return .proceed
  }

  /// Goes on from what was taken in and is committed.
  private func settle(_ plan: BatchPlan, _ messages: [KafkaMessage]) {
    for move in plan.moves {
      at[move.partition] = move.after
      if let end = careful[move.partition], move.after >= end { careful[move.partition] = nil }
    }
    failures = 0
    timeouts = 0
    signal.raise()
    client.commitOffsets(Dictionary(plan.moves.map { ($0.partition, $0.after) }) { $1 })
    taken.increment(by: messages.count)
    measureHops(of: messages)
    report {
      $0.taken += messages.count
      for message in messages { $0.takenByTopic[message.topic, default: 0] += 1 }
      $0.failure = nil
      $0.batchFailure = nil
    }
  }

  /// How long each message took from its writing to its effects, by topic.
  private func measureHops(of batch: [KafkaMessage]) {
    let now = Date()
    for message in batch {
      guard let written = message.timestamp else { continue }
      let hop =
        hops[message.topic]
        ?? Metrics.Timer(label: "ecoredress_inbound_hop_seconds", dimensions: [("topic", message.topic)])
      hops[message.topic] = hop
      // Clocks of two machines may differ: what seems to come from the future took no time.
      hop.recordNanoseconds(Int64(max(0, now.timeIntervalSince(written)) * 1e9))
    }
  }

  private func take(_ plan: BatchPlan) async throws {
    if plan.moves.contains(where: { careful[$0.partition] != nil }) {
      return try await processor.takeSingly(plan)
    }
    if timeouts >= InboundDelegate.suspicion {
      return try await processor.takeInHalves(plan)
    }
    do {
      try await processor.takeWhole(plan)
    } catch  where FailureKind(error).transient == nil {
      logger.warning(
        "a batch fails; looking for the message that causes it",
        metadata: ["reason": "\(FailureKind(error).summary)"])
      try await processor.takeInHalves(plan)
    }
  }

  private func rewind(after error: any Error) -> KafkaBatchOutcome {
    let failure = FailureKind(error)
    failures += 1
    if failure.transient == .timeout { timeouts += 1 }
    report {
      // What another owner has taken in may be all there was: then no batch comes to say that all is well.
      $0.batchFailure = failure.transient == .conflict ? nil : failure.summary
      $0.retries += 1
    }
    logger.warning(
      "a batch is tried again", metadata: ["failures": "\(failures)", "reason": "\(failure.summary)"])
    let longest = failure.transient == .contention ? 500 : 5_000
    if failure.transient == .conflict { return .rewind(after: .milliseconds(50)) }
    return .rewind(after: .milliseconds(min(longest, 50 << min(failures, 7))))
  }

  func revoked(_ partitions: [KafkaPartition], lost: Bool) async {
    for partition in partitions {
      at[partition] = nil
      careful[partition] = nil
    }
    report { $0.batchFailure = nil }
    guard !lost else { return }
    do {
      try await pool.withConnection { try await self.positions.release(partitions, on: $0) }
    } catch {
      logger.warning("partitions could not be given back in order", metadata: ["reason": "\(error)"])
    }
  }
}
