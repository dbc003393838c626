import CLibrdkafka
import Dispatch
public import Logging
import Synchronization

/// Writes records outside transactions, idempotently: the client's own retries neither double nor reorder them.
///
/// Defaults: `acks` all, `enable.idempotence`, `linger.ms` 2, `message.timeout.ms` 30000, murmur2 partitioner.
public actor KafkaProducer {
  private let executor: ThreadExecutor
  private let logger: Logger
  private var client: ClientHandle?
  private var sender: RecordSender?
  /// Set to make the thread that serves delivery reports end.
  private let isClosing = Latch()

  public nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

  /// - Throws: a property that does not exist or is not accepted, by name.
  public init(settings: KafkaSettings, logger: Logger) throws(KafkaError) {
    let configuration = ClientConfiguration(
      settings: settings,
      defaults: ClientConfiguration.producer.merging(["message.timeout.ms": "30000", "linger.ms": "2"]) { $1 })
    executor = try ThreadExecutor()
    let client = try ClientHandle(RD_KAFKA_PRODUCER, configuration: configuration, logger: logger) { conf in
      rd_kafka_conf_set_dr_msg_cb(conf, reportDelivery)
    }
    self.client = client
    self.sender = RecordSender(client: client)
    self.logger = logger
    let isClosing = isClosing
    let started = startThread {
      while !isClosing.wait(.zero) { rd_kafka_poll(client.pointer, 100) }
      // What close() purged still has its reports to come.
      rd_kafka_poll(client.pointer, 100)
    }
    guard started else { throw KafkaError(code: .systemResource, reason: "the system gave no thread for reports") }
  }

  /// Writes records and waits until all are acknowledged.
  ///
  /// - Returns: where each record is, in the order given.
  /// - Throws: the first failure; other records of the call may have been written. After
  ///   ``KafkaErrorCode/timedOut`` and ``KafkaErrorCode/interrupted`` records may still be written later.
  public func send(
    _ records: [KafkaRecord], timeout: Duration = .seconds(30)
  ) async throws(KafkaError) -> [KafkaDelivery] {
    guard client != nil else { throw .closed("send") }
    guard !records.isEmpty else { return [] }
    let deadline = Deadline(after: timeout)
    let batch = SendBatch(count: records.count)
    enqueue(records, batch, until: deadline)
    DispatchQueue.global().asyncAfter(deadline: .now() + deadline.remaining.dispatch) {
      batch.giveUp(
        KafkaError(code: .timedOut, reason: "send: not acknowledged within \(timeout)", isRetriable: true))
    }
    let result = await withTaskCancellationHandler {
      await batch.outcome()
    } onCancel: {
      batch.giveUp(KafkaError(code: .interrupted, reason: "send: the task was cancelled"))
    }
    return try result.get()
  }

  /// Waits for what is under way, at most five seconds, drops the rest and ends. Waiting calls of ``send(_:timeout:)``
  /// all return.
  public func close() async {
    if let gone = letGo(), !gone.wait(.seconds(5)) {
      logger.warning("librdkafka did not let go of a producer in time; its threads are left behind")
    }
  }

  /// Drops every hold on the client, so that its destruction starts. Its own function, so that none is left here.
  private func letGo() -> Latch? {
    guard let client else { return nil }
    if rd_kafka_flush(client.pointer, 5_000) != RD_KAFKA_RESP_ERR_NO_ERROR {
      rd_kafka_purge(client.pointer, RD_KAFKA_PURGE_F_QUEUE | RD_KAFKA_PURGE_F_INFLIGHT)
      rd_kafka_flush(client.pointer, 1_000)
    }
    isClosing.open()
    self.sender = nil
    self.client = nil
    return client.gone
  }

  deinit {
    isClosing.open()
  }

  /// Queues records, waiting for room in the send queue until the deadline.
  private func enqueue(_ records: [KafkaRecord], _ batch: SendBatch, until deadline: Deadline) {
    guard let sender else { return batch.refuse(from: 0, .closed("send")) }
    for (index, record) in records.enumerated() {
      let slot = Unmanaged.passRetained(DeliverySlot(batch: batch, index: index))
      while true {
        do throws(KafkaError) {
          try sender.send(record, opaque: slot.toOpaque())
          break
        } catch {
          if error.code == .queueFull, !deadline.hasPassed {
            sleepThread(.milliseconds(2))
            continue
          }
          slot.release()
          return batch.refuse(from: index, error)
        }
      }
    }
  }
}

/// librdkafka's delivery report; runs on the thread that serves reports, once for each queued record.
private func reportDelivery(
  client: OpaquePointer?, message: UnsafePointer<rd_kafka_message_t>?, opaque: UnsafeMutableRawPointer?
) {
  guard let message, let opaque = message.pointee._private else { return }
  let slot = Unmanaged<DeliverySlot>.fromOpaque(opaque).takeRetainedValue()
  let topic = message.pointee.rkt.map { String(cString: rd_kafka_topic_name($0)) } ?? ""
  guard message.pointee.err == RD_KAFKA_RESP_ERR_NO_ERROR else {
    return slot.batch.report(slot.index, .failure(KafkaError(message.pointee.err, during: "deliver to \(topic)")))
  }
  let partition = KafkaPartition(topic, message.pointee.partition)
  slot.batch.report(slot.index, .success(KafkaDelivery(partition: partition, offset: message.pointee.offset)))
}
