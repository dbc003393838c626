import CLibrdkafka
public import Logging

/// Reads partitions from given offsets, outside any group's management: tails, replays, exports, tests.
///
/// Commits nothing. `isolation.level` is read_committed unless set otherwise; a position outside the log throws
/// ``KafkaErrorCode/positionOutOfRange``. librdkafka wants a `group.id` even for this; it is never joined, and can be
/// set where ACLs ask for a certain one.
public actor KafkaReader {
  private let executor: ThreadExecutor
  private let logger: Logger
  private var client: ClientHandle?
  private var reader = MessageReader()
  private var assigned: Set<KafkaPartition> = []
  /// Partitions whose end was reached and from which nothing came since.
  private var ended: Set<KafkaPartition> = []

  public nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

  /// - Throws: a property that does not exist or is not accepted, by name.
  public init(settings: KafkaSettings, logger: Logger) throws(KafkaError) {
    let configuration = ClientConfiguration(
      settings: settings,
      defaults: [
        "group.id": "reader",
        "isolation.level": "read_committed",
        "auto.offset.reset": "error",
        "fetch.wait.max.ms": "50",
        "fetch.error.backoff.ms": "50",
        "queued.min.messages": "10000",
        "queued.max.messages.kbytes": "16384",
        "allow.auto.create.topics": "false",
      ],
      fixed: ["enable.auto.commit": "false", "enable.auto.offset.store": "false", "enable.partition.eof": "true"])
    executor = try ThreadExecutor()
    let client = try ClientHandle(
      RD_KAFKA_CONSUMER, configuration: configuration, logger: logger, prepare: AnswerInterceptor.install)
    rd_kafka_poll_set_consumer(client.pointer)
    self.client = client
    self.logger = logger
  }

  /// Starts over with these partitions at these offsets; nothing read ahead remains.
  public func assign(_ offsets: [KafkaPartition: Int64]) throws(KafkaError) {
    guard let client else { throw .closed("assign") }
    let list = PartitionList(capacity: offsets.count)
    for (partition, offset) in offsets { list.add(partition, offset: max(0, offset)) }
    let code = list.withPointer { rd_kafka_assign(client.pointer, $0) }
    guard code == RD_KAFKA_RESP_ERR_NO_ERROR else { throw KafkaError(code, during: "assign") }
    reader.forget()
    assigned = Set(offsets.keys)
    ended = []
  }

  /// Reads what is at hand; waits for the first message at most this long.
  ///
  /// - Parameter stopAtEnd: whether to return as soon as every assigned partition's end is reached, as ``isAtEnd(_:)`` has
  ///   it: for a range that is read once, not for what is followed.
  /// - Returns: messages, in order within each partition; none if the wait was in vain.
  /// - Throws: an error of a partition or the client. A broker that is away is no error here: nothing comes.
  public func read(
    max count: Int, wait: Duration, stopAtEnd: Bool = false
  ) async throws(KafkaError) -> [KafkaMessage] {
    try poll(max: count, wait: wait, stopAtEnd: stopAtEnd)
  }

  /// Whether the end of a partition was reached, as far as its committed records go, and nothing came from it since. Tells
  /// an end from a wait in vain.
  public func isAtEnd(_ partition: KafkaPartition) -> Bool { ended.contains(partition) }

  /// Reads from these offsets to the end of each partition as it is when reached: with read_committed, to the last
  /// stable offset, so that records of open transactions are not waited for.
  ///
  /// - Throws: ``KafkaErrorCode/timedOut`` if the ends are not reached in time.
  public func readToEnd(
    from offsets: [KafkaPartition: Int64], timeout: Duration = .seconds(30)
  ) async throws(KafkaError) -> [KafkaMessage] {
    try assign(offsets)
    let deadline = Deadline(after: timeout)
    var messages: [KafkaMessage] = []
    while ended != assigned {
      guard !deadline.hasPassed else {
        throw KafkaError(
          code: .timedOut, reason: "readToEnd: end not reached of \(assigned.subtracting(ended).sorted())",
          isRetriable: true)
      }
      messages += try poll(max: 10_000, wait: min(.milliseconds(100), deadline.remaining), stopAtEnd: true)
    }
    try assign([:])
    return messages
  }

  /// Ends it, within about five seconds in any case.
  public func close() async {
    if let gone = letGo(), !gone.wait(.seconds(5)) {
      logger.warning("librdkafka did not let go of a reader in time; its threads are left behind")
    }
  }

  private func letGo() -> Latch? {
    defer { client = nil }
    return client?.gone
  }

  private func poll(max count: Int, wait: Duration, stopAtEnd: Bool) throws(KafkaError) -> [KafkaMessage] {
    guard let client else { throw .closed("read") }
    let deadline = Deadline(after: wait)
    var messages: [KafkaMessage] = []
    while messages.count < count, !(stopAtEnd && ended == assigned) {
      let time = messages.isEmpty ? deadline.remaining : .zero
      guard let pointer = rd_kafka_consumer_poll(client.pointer, time.milliseconds) else { break }
      defer { rd_kafka_message_destroy(pointer) }
      let message = pointer.pointee
      let partition = KafkaPartition(reader.name(of: message.rkt), message.partition)
      switch KafkaErrorCode(message.err) {
      case .noError:
        ended.remove(partition)
        client.context.pacer.sawMessage()
        messages.append(reader.read(pointer))
      case .partitionEnd:
        ended.insert(partition)
      case let code where KafkaError.transient.contains(code):
        continue
      case let code:
        let text = rd_kafka_message_errstr(pointer).map { String(cString: $0) } ?? ""
        throw KafkaError(code: code, reason: "read \(partition): \(text)", isFatal: code == .fatal)
      }
    }
    return messages
  }
}
