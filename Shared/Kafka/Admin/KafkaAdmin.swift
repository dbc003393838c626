import CLibrdkafka
public import Logging

/// Looks at and changes what the cluster holds: topics, configuration, log bounds, committed positions.
///
/// Every call blocks a thread of its own, has a deadline, and repeats passing failures (no controller, coordinator
/// moving, leader unknown) until then.
public actor KafkaAdmin {
  private let executor: ThreadExecutor
  private let logger: Logger
  private var client: ClientHandle?

  public nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

  /// - Throws: a property that does not exist or is not accepted, by name.
  public init(settings: KafkaSettings, logger: Logger) throws(KafkaError) {
    let configuration = ClientConfiguration(settings: settings, defaults: ["allow.auto.create.topics": "false"])
    executor = try ThreadExecutor()
    client = try ClientHandle(RD_KAFKA_PRODUCER, configuration: configuration, logger: logger)
    self.logger = logger
  }

  /// The cluster's id. Brokers for trying may all report the same.
  public func clusterID(timeout: Duration = .seconds(10)) throws(KafkaError) -> String {
    let client = try use("clusterID")
    guard let text = rd_kafka_clusterid(client.pointer, timeout.milliseconds) else {
      throw KafkaError(code: .timedOut, reason: "clusterID: no broker told it in time", isRetriable: true)
    }
    defer { rd_kafka_mem_free(client.pointer, text) }
    return String(cString: text)
  }

  /// Ends it, within about five seconds in any case. Later calls throw ``KafkaErrorCode/closed``.
  public func close() async {
    if let gone = letGo(), !gone.wait(.seconds(5)) {
      logger.warning("librdkafka did not let go of an admin client in time; its threads are left behind")
    }
  }

  private func letGo() -> Latch? {
    defer { client = nil }
    return client?.gone
  }

  func use(_ operation: String) throws(KafkaError) -> ClientHandle {
    guard let client else { throw .closed(operation) }
    return client
  }

  /// Repeats a call while it fails in passing and the deadline allows.
  func repeating<Result>(
    until deadline: Deadline, _ call: () throws(KafkaError) -> Result
  ) throws(KafkaError) -> Result {
    var pause = Duration.milliseconds(50)
    while true {
      do throws(KafkaError) {
        return try call()
      } catch {
        guard error.isRetriable, deadline.remaining > pause else { throw error }
        sleepThread(pause)
        pause = min(pause * 2, .milliseconds(500))
      }
    }
  }
}
