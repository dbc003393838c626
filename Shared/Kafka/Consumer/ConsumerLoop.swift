import CLibrdkafka
import struct FoundationEssentials.Date
import Logging

/// The polling thread's state and steps; never leaves its thread.
///
/// The group's assignment (`assigned`) and librdkafka's local assignment (what is fetched) are kept apart. The group's
/// one changes by rebalance only. The local one is emptied by assigning an empty list, which, unlike unassigning,
/// does not leave or rejoin the group: this is how a rewind, a slow batch and unknown positions wait while heartbeats
/// and rebalances go on.
final class ConsumerLoop {
  let client: ClientHandle
  let shared: ConsumerShared
  let topics: [String]
  let limits: KafkaBatchLimits
  let patience: KafkaConsumerPatience
  let logger: Logger

  var reader = MessageReader()
  var assigned: [KafkaPartition] = []
  var held: [KafkaPartition: String] = [:]
  /// When to ask the delegate for positions; nil while reading.
  var askAt: ContinuousClock.Instant?
  /// When to ask again because a position was outside the log.
  var recheckAt: ContinuousClock.Instant?
  var fatal: KafkaError?
  /// Before this instant a batch goes on gathering.
  private var gatheredAt = ContinuousClock.now
  /// Ends of partitions that were reached: beyond the last message when commit markers follow it, which are no messages
  /// and would else count as lag for ever.
  var reachedEnds: [KafkaPartition: Int64] = [:]
  /// How many answers of brokers had come when the last trouble was noted.
  var answersAtTrouble = 0

  init(
    client: ClientHandle, shared: ConsumerShared, topics: [String], limits: KafkaBatchLimits,
    patience: KafkaConsumerPatience, logger: Logger
  ) {
    self.client = client
    self.shared = shared
    self.topics = topics
    self.limits = limits
    self.patience = patience
    self.logger = logger
  }

  /// Polls until told to stop.
  ///
  /// - Returns: the fatal error that ended it, if one did.
  func run() -> KafkaError? {
    shared.update { $0.joiningSince = Date() }
    fatal = subscribe()
    while fatal == nil, !shared.isStopping {
      carryOutRebalances()
      if shared.takeAskAgain(), !assigned.isEmpty, askAt == nil {
        stopReading()
        askAt = .now
      }
      if let recheckAt, recheckAt <= .now, askAt == nil {
        stopReading()
        askAt = recheckAt
      }
      if let askAt, askAt <= .now, !assigned.isEmpty {
        askPositions()
      } else {
        let batch = nextBatch()
        if batch.isEmpty { settleEnds() } else { handOver(batch) }
      }
    }
    close()
    return fatal
  }

  private func subscribe() -> KafkaError? {
    let list = PartitionList(capacity: topics.count)
    for topic in topics { list.add(KafkaPartition(topic, -1)) }
    let code = list.withPointer { rd_kafka_subscribe(client.pointer, $0) }
    return code == RD_KAFKA_RESP_ERR_NO_ERROR ? nil : KafkaError(code, during: "subscribe")
  }

  /// How long a poll may block: until the next thing to do, at most the limit.
  private var pollTime: Duration {
    guard let askAt, !assigned.isEmpty else { return limits.wait }
    return min(limits.wait, max(.zero, askAt - .now))
  }

  /// Whatever is at hand, up to the limits; waits for the first message, and to gather when batches follow closely.
  ///
  /// Built from single polls, since librdkafka's batch call loses messages around rebalances before 2.1.0. When a
  /// rebalance comes up in between, what was gathered is dropped: nobody has seen it, and the delegate's positions are
  /// still before it.
  private func nextBatch() -> [KafkaMessage] {
    var batch: [KafkaMessage] = []
    var bytes = 0
    var time = pollTime
    shared.update { $0.lastPoll = Date() }
    while batch.count < limits.messages, bytes < limits.bytes {
      guard let message = poll(time) else { break }
      bytes += message.size
      batch.append(message)
      time = max(.zero, gatheredAt - .now)
    }
    gatheredAt = .now + limits.gather
    if let error = client.context.takeLastError() { note(error) } else { noteRecovery() }
    return client.context.hasRebalances || fatal != nil || askAt != nil ? [] : batch
  }

  /// One poll. Errors that come in place of a message are noted and the next one is taken.
  func poll(_ time: Duration) -> KafkaMessage? {
    var time = time
    while let pointer = rd_kafka_consumer_poll(client.pointer, time.milliseconds) {
      defer { rd_kafka_message_destroy(pointer) }
      if pointer.pointee.err == RD_KAFKA_RESP_ERR_NO_ERROR {
        client.context.pacer.sawMessage()
        return reader.read(pointer)
      }
      noteError(in: pointer)
      if fatal != nil { return nil }
      if pointer.pointee.err != RD_KAFKA_RESP_ERR__PARTITION_EOF { time = .zero }
    }
    return nil
  }

  /// Gives the delegate a batch and does what it answers.
  private func handOver(_ batch: [KafkaMessage]) {
    let ends = batch.reduce(into: [KafkaPartition: Int64]()) { $0[$1.source] = $1.offset + 1 }
    shared.update { status in
      status.batchSince = Date()
      status.lastError = nil
    }
    let reply = Reply<KafkaBatchOutcome>()
    shared.mailbox.post(.handle(batch, reply))
    let (outcome, wasSlow) = answer(to: reply)
    shared.update { status in
      status.batchSince = nil
      if outcome == .proceed { status.positions.merge(ends) { $1 } }
    }
    if outcome == .proceed { settleEnds() }
    switch outcome {
    case .proceed:
      if wasSlow { askAt = .now }
    case .rewind(let pause):
      stopReading()
      askAt = .now + pause
    }
  }

  /// Everything before the ends that were reached is dealt with.
  private func settleEnds() {
    guard !reachedEnds.isEmpty else { return }
    let ends = reachedEnds
    reachedEnds = [:]
    shared.update { $0.positions.merge(ends) { max($0, $1) } }
  }

  /// Waits for the delegate. Beyond `patience.delegate` it goes on polling without reading, so that a slow delegate
  /// costs neither the heartbeat nor the membership; a revocation that comes up meanwhile still waits for the answer.
  ///
  /// - Returns: the answer, and whether reading was stopped meanwhile.
  func answer<Value>(to reply: Reply<Value>) -> (Value, wasSlow: Bool) {
    if let value = reply.wait(patience.delegate) { return (value, false) }
    logger.warning("a Kafka batch takes long; polling goes on without reading until it is done")
    stopReading()
    while true {
      let isRevoking = client.context.hasRebalances
      if let value = reply.wait(isRevoking ? .seconds(60) : .milliseconds(50)) { return (value, true) }
      if !isRevoking {
        _ = poll(.zero)
        shared.update { $0.lastPoll = Date() }
      }
    }
  }
}

extension KafkaMessage {
  /// Bytes of key, value and headers.
  fileprivate var size: Int {
    headers.reduce((key?.count ?? 0) + (value?.count ?? 0)) { $0 + $1.name.utf8.count + ($1.value?.count ?? 0) }
  }
}
