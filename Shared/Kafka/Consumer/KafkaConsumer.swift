import CLibrdkafka
public import Logging
import Synchronization

/// A member of a consumer group that keeps its positions outside Kafka.
///
/// A thread of its own polls librdkafka and hands over one batch at a time; while the delegate deals with it nothing
/// is polled, so librdkafka's bounded queue (`queued.max.messages.kbytes`) is the back-pressure and a partition is
/// never taken away in the middle of a batch. Offsets committed to Kafka are for lag tools only: what counts is what
/// the delegate answers to `positions(for:)`.
///
/// Defaults, all open to ``KafkaSettings/properties``: eager `range` assignor, `session.timeout.ms` 6000,
/// `max.poll.interval.ms` 60000, `isolation.level` read_committed, `auto.offset.reset` error. Set by the consumer
/// itself: `group.id`, `enable.auto.commit` and `enable.auto.offset.store` (false). Cooperative assignors are refused,
/// because librdkafka 2.0.2 loses messages with them.
///
/// A subscribed topic that does not exist yet is no error: the consumer waits for it.
public final class KafkaConsumer: Sendable {
  private let shared: ConsumerShared
  private let topics: [String]
  private let limits: KafkaBatchLimits
  private let patience: KafkaConsumerPatience
  private let logger: Logger
  private let hasRun = Mutex(false)

  /// Prepares a member; it joins the group in ``run(delegate:)``.
  ///
  /// - Throws: a property that does not exist or is not accepted, by name.
  public init(
    settings: KafkaSettings, group: String, topics: [String], limits: KafkaBatchLimits = KafkaBatchLimits(),
    patience: KafkaConsumerPatience = KafkaConsumerPatience(), logger: Logger
  ) throws(KafkaError) {
    let configuration = try ClientConfiguration.consumer(settings, group: group)
    let client = try ClientHandle(RD_KAFKA_CONSUMER, configuration: configuration, logger: logger) { conf in
      rd_kafka_conf_set_rebalance_cb(conf, noteRebalance)
      AnswerInterceptor.install(in: conf)
    }
    // Everything, errors and rebalances included, arrives by the one poll.
    rd_kafka_poll_set_consumer(client.pointer)
    shared = ConsumerShared(client: client)
    self.topics = topics
    self.limits = limits
    self.patience = patience
    self.logger = logger
  }

  /// Joins the group and calls the delegate until ``shutdown()`` or the task's cancellation.
  ///
  /// Either way the batch in flight is finished, the partitions are given back (`revoked`) and the group is left,
  /// each within bounds. Cancellation is visible to the delegate's own calls and so makes them fail early; shutdown is
  /// the gentle way. May be called once.
  ///
  /// - Throws: the fatal error after which a new consumer must be built (``KafkaError/isFatal``), or
  ///   ``KafkaErrorCode/wrongState`` when called twice.
  public func run(delegate: some KafkaConsumerDelegate) async throws(KafkaError) {
    try startPolling()
    let error = await withTaskCancellationHandler {
      await serve(delegate)
    } onCancel: {
      shared.stop()
    }
    await leave()
    if let error { throw error }
  }

  /// Asks ``run(delegate:)`` to end; returns at once.
  public func shutdown() {
    shared.stop()
  }

  /// Has the delegate asked for positions anew, after the batch in flight: what it answers may have changed.
  public func askAgain() {
    shared.askAgain()
  }

  /// Commits offsets to Kafka for lag tools and autoscalers: asynchronous, best effort, never a source of positions.
  /// Partitions that are not assigned are left out, so nothing is committed for a topic that does not exist.
  public func commitOffsets(_ offsets: [KafkaPartition: Int64]) {
    let assigned = Set(shared.status.assigned)
    let ours = offsets.filter { assigned.contains($0.key) && $0.value >= 0 }
    guard !ours.isEmpty, let client = shared.client else { return }
    let list = PartitionList(capacity: ours.count)
    for (partition, offset) in ours { list.add(partition, offset: offset) }
    let code = withExtendedLifetime(client) { list.withPointer { rd_kafka_commit(client.pointer, $0, 1) } }
    if code != RD_KAFKA_RESP_ERR_NO_ERROR {
      logger.debug("offsets not committed for lag tools", metadata: ["reason": "\(KafkaErrorCode(code))"])
    }
  }

  /// What it is doing now; cheap enough to ask at every scrape.
  public var status: KafkaConsumerStatus {
    var status = shared.status
    guard let client = shared.client else { return status }
    withExtendedLifetime(client) {
      for (partition, position) in status.positions {
        var (low, high): (Int64, Int64) = (-1, -1)
        let code = rd_kafka_get_watermark_offsets(client.pointer, partition.topic, partition.partition, &low, &high)
        if code == RD_KAFKA_RESP_ERR_NO_ERROR, high >= 0 { status.lag[partition] = max(0, high - position) }
      }
    }
    return status
  }

  /// Starts the thread. Its own function, so that ``run(delegate:)`` keeps no hold on the client.
  private func startPolling() throws(KafkaError) {
    let isFirst = hasRun.withLock { hasRun in
      defer { hasRun = true }
      return !hasRun
    }
    guard isFirst, let client = shared.client else {
      throw KafkaError(code: .wrongState, reason: "a Kafka consumer can be run once")
    }
    let (shared, topics, limits, patience, logger) = (shared, topics, limits, patience, logger)
    let started = startThread {
      let error = ConsumerLoop(
        client: client, shared: shared, topics: topics, limits: limits, patience: patience, logger: logger
      ).run()
      shared.mailbox.post(.ended(error))
    }
    guard started else { throw KafkaError(code: .systemResource, reason: "the system gave no thread to poll Kafka") }
  }

  /// Answers the thread's requests until it ends.
  private func serve(_ delegate: some KafkaConsumerDelegate) async -> KafkaError? {
    while true {
      switch await shared.mailbox.next() {
      case .positions(let partitions, let reply):
        do {
          reply.answer(.success(try await delegate.positions(for: partitions)))
        } catch {
          reply.answer(.failure(error))
        }
      case .handle(let batch, let reply):
        reply.answer(await delegate.handle(batch))
      case .revoked(let partitions, let lost, let reply):
        // Bookkeeping at the end must not be cut short by the cancellation that brought the end about.
        await Task { await delegate.revoked(partitions, lost: lost) }.value
        reply.answer(())
      case .ended(let error):
        return error
      }
    }
  }

  /// Lets go of the client and waits, within bounds, until librdkafka has too.
  private func leave() async {
    guard let gone = shared.takeClient()?.gone else { return }
    let limit = patience.close
    let isGone = await withCheckedContinuation { continuation in
      let started = startThread { continuation.resume(returning: gone.wait(limit)) }
      if !started { continuation.resume(returning: false) }
    }
    if !isGone {
      logger.warning("librdkafka did not let go of a consumer in time; its threads are left behind")
    }
  }
}
