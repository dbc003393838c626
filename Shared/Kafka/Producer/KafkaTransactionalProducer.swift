import CLibrdkafka
public import Logging

/// Writes records and group positions in Kafka transactions: all of a transaction is readable, or none.
///
/// The order of calls is `initTransactions` once, then `begin`, `produce`, `sendOffsets`, `commit` or `abort`, over and
/// over. Every call blocks a thread of the producer's own, never the cooperative pool, and has a deadline. Errors come
/// in three classes (``KafkaError``): retriable ones were retried until the deadline; after one that `requiresAbort`
/// call ``abort(timeout:)``; after a fatal one, such as being fenced by a newer producer with the same id, or after a
/// ``KafkaErrorCode/timedOut`` commit, whose outcome is unknown, close this producer and build a new one.
///
/// Defaults: `transaction.timeout.ms` 12000 (a dead producer blocks read_committed readers no longer than that),
/// idempotence, `acks` all, `linger.ms` 2, murmur2 partitioner as in the Java client.
public actor KafkaTransactionalProducer {
  private let executor: ThreadExecutor
  private let logger: Logger
  private var client: ClientHandle?
  private var sender: RecordSender?
  private var isOpen = false
  /// How long ``close()`` waits for librdkafka.
  private let patience = Duration.seconds(5)

  public nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

  /// - Parameter transactionalID: the stable name of this writer; a newer producer with the same name fences this one.
  /// - Throws: a property that does not exist or is not accepted, by name.
  public init(settings: KafkaSettings, transactionalID: String, logger: Logger) throws(KafkaError) {
    let configuration = ClientConfiguration(
      settings: settings,
      defaults: ClientConfiguration.producer.merging([
        "transaction.timeout.ms": "12000",
        "message.timeout.ms": "12000",
        "linger.ms": "2",
      ]) { $1 },
      fixed: ["transactional.id": transactionalID, "enable.idempotence": "true"])
    executor = try ThreadExecutor()
    let client = try ClientHandle(RD_KAFKA_PRODUCER, configuration: configuration, logger: logger) { conf in
      // Nobody asks for the reports: a record that fails spoils the transaction. But the commit's wait for delivery
      // looks up every 10 ms only, unless a report wakes it (2.0.2): a small transaction takes 3 ms with, 12 without.
      rd_kafka_conf_set_dr_msg_cb(conf) { _, _, _ in }
    }
    self.client = client
    self.sender = RecordSender(client: client)
    self.logger = logger
  }

  /// Registers with the coordinator, fences predecessors and ends what they left open. Must succeed before anything
  /// else.
  public func initTransactions(timeout: Duration) throws(KafkaError) {
    let client = try use("initTransactions")
    try retrying("initTransactions", timeout: timeout) { left in
      rd_kafka_init_transactions(client.pointer, left.milliseconds)
    }
  }

  /// Fetches the topics' partitions and leaders now. Without it the first transaction waits up to a second
  /// (librdkafka before 2.10.1).
  ///
  /// - Throws: also when a topic does not exist.
  public func warmMetadata(topics: [String], timeout: Duration) throws(KafkaError) {
    _ = try use("warmMetadata")
    let deadline = Deadline(after: timeout)
    for topic in topics {
      while true {
        do throws(KafkaError) {
          try sender?.warm(topic, timeout: deadline.remaining)
          break
        } catch {
          guard error.isRetriable, deadline.remaining > .milliseconds(100) else { throw error }
          sleepThread(.milliseconds(100))
        }
      }
    }
  }

  public func begin() throws(KafkaError) {
    let client = try use("begin")
    if let error = rd_kafka_begin_transaction(client.pointer) {
      throw KafkaError(taking: error, during: "begin")
    }
    isOpen = true
  }

  /// Queues records in order. They are sent meanwhile; failures to deliver come out in ``commit(timeout:)``.
  ///
  /// When the send queue is full it waits for room, at most `timeout`. If it throws, earlier records of the call are
  /// queued already: abort.
  public func produce(_ records: [KafkaRecord], timeout: Duration = .seconds(10)) throws(KafkaError) {
    let client = try use("produce")
    guard let sender else { return }
    var deadline: Deadline?
    for record in records {
      while true {
        do throws(KafkaError) {
          try sender.send(record)
          break
        } catch {
          let end = deadline ?? Deadline(after: timeout)
          deadline = end
          guard error.code == .queueFull, !end.hasPassed else { throw error }
          // Room is made by taking delivery reports.
          rd_kafka_poll(client.pointer, 2)
        }
      }
    }
  }

  /// Commits a group's positions as part of the transaction. The group needs no member.
  public func sendOffsets(
    _ positions: [KafkaPartition: KafkaPosition], group: String, timeout: Duration
  ) throws(KafkaError) {
    let client = try use("sendOffsets")
    let list = PartitionList(capacity: positions.count)
    for (partition, position) in positions {
      list.add(partition, offset: position.offset, metadata: position.metadata)
    }
    let metadata = rd_kafka_consumer_group_metadata_new(group)
    defer { rd_kafka_consumer_group_metadata_destroy(metadata) }
    try list.withPointer { (offsets) throws(KafkaError) in
      try retrying("sendOffsets", timeout: timeout) { left in
        rd_kafka_send_offsets_to_transaction(client.pointer, offsets, metadata, left.milliseconds)
      }
    }
  }

  /// Waits until everything is delivered and commits.
  ///
  /// - Throws: with `requiresAbort` when a record could not be delivered or the broker refused; with
  ///   ``KafkaErrorCode/timedOut`` when the outcome is unknown: then do not go on with this producer.
  public func commit(timeout: Duration) throws(KafkaError) {
    let client = try use("commit")
    try retrying("commit", timeout: timeout) { left in
      rd_kafka_commit_transaction(client.pointer, left.milliseconds)
    }
    isOpen = false
  }

  /// Drops what is queued and ends the transaction without effect.
  public func abort(timeout: Duration) throws(KafkaError) {
    let client = try use("abort")
    try retrying("abort", timeout: timeout) { left in
      rd_kafka_abort_transaction(client.pointer, left.milliseconds)
    }
    isOpen = false
  }

  /// The fatal error that ended this producer's usefulness, if any.
  public var fatalCause: KafkaError? { client?.fatalCause }

  /// Ends it, in whatever state, within about seven seconds even if no broker answers. An open transaction is aborted
  /// if the broker answers within two seconds; else the broker ends it after `transaction.timeout.ms`. Later calls
  /// throw ``KafkaErrorCode/closed``.
  public func close() async {
    if let gone = letGo(), !gone.wait(patience) {
      logger.warning("librdkafka did not let go of a producer in time; its threads are left behind")
    }
  }

  /// Drops every hold on the client, so that its destruction starts. Its own function, so that none is left here.
  private func letGo() -> Latch? {
    guard let client else { return nil }
    if isOpen, client.fatalCause == nil { try? abort(timeout: .seconds(2)) }
    rd_kafka_purge(client.pointer, RD_KAFKA_PURGE_F_QUEUE | RD_KAFKA_PURGE_F_INFLIGHT)
    self.sender = nil
    self.client = nil
    return client.gone
  }

  private func use(_ operation: String) throws(KafkaError) -> ClientHandle {
    guard let client else { throw .closed(operation) }
    return client
  }
}
