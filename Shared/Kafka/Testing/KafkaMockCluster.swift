import CLibrdkafka
public import Logging
import Synchronization

/// For tests: a cluster inside this process (librdkafka's `rdkafka_mock.h`), with faults on demand.
///
/// It shows how clients behave when brokers fail. It is no witness for data: transactions are not atomic, ids are not
/// fenced, positions in transactions are dropped, logs are cut at 5 MiB, and admin requests other than metadata,
/// offsets and groups are not answered (librdkafka 2.0.2).
public final class KafkaMockCluster: Sendable {
  /// Requests to inject errors into, by their number in the Kafka protocol.
  public struct Request: RawRepresentable, Sendable, Hashable {
    public let rawValue: Int16

    public init(rawValue: Int16) {
      self.rawValue = rawValue
    }

    public static let produce = Request(rawValue: 0)
    public static let fetch = Request(rawValue: 1)
    public static let listOffsets = Request(rawValue: 2)
    public static let metadata = Request(rawValue: 3)
    public static let offsetCommit = Request(rawValue: 8)
    public static let findCoordinator = Request(rawValue: 10)
    public static let joinGroup = Request(rawValue: 11)
    public static let heartbeat = Request(rawValue: 12)
    public static let syncGroup = Request(rawValue: 14)
    public static let initProducerID = Request(rawValue: 22)
    public static let addPartitionsToTransaction = Request(rawValue: 24)
    public static let addOffsetsToTransaction = Request(rawValue: 25)
    public static let endTransaction = Request(rawValue: 26)
    public static let transactionOffsetCommit = Request(rawValue: 28)
  }

  /// Whose coordinator is meant.
  public enum Coordinated: Sendable {
    case group(String)
    case transaction(String)
  }

  /// `host:port` of every broker.
  public let bootstrapServers: String
  private let client: ClientHandle
  /// Its address; the mock cluster's calls are made one at a time.
  private let cluster: Mutex<UInt>

  /// - Parameter brokers: how many, numbered from 1.
  public init(brokers: Int, logger: Logger) throws(KafkaError) {
    let configuration = ClientConfiguration(settings: KafkaSettings(bootstrapServers: ""), defaults: [:])
    let client = try ClientHandle(RD_KAFKA_PRODUCER, configuration: configuration, logger: logger)
    guard let pointer = rd_kafka_mock_cluster_new(client.pointer, Int32(clamping: brokers)),
      let bootstraps = rd_kafka_mock_cluster_bootstraps(pointer)
    else { throw KafkaError(code: .systemResource, reason: "cannot start a mock cluster") }
    self.client = client
    cluster = Mutex(UInt(bitPattern: pointer))
    bootstrapServers = String(cString: bootstraps)
  }

  deinit {
    cluster.withLock { address in
      if let pointer = OpaquePointer(bitPattern: address) { rd_kafka_mock_cluster_destroy(pointer) }
    }
  }

  public func createTopic(_ name: String, partitions: Int, replicationFactor: Int = 1) throws(KafkaError) {
    try call("createTopic") {
      rd_kafka_mock_topic_create($0, name, Int32(clamping: partitions), Int32(clamping: replicationFactor))
    }
  }

  /// The next requests of this kind are answered with these errors, one each; `transport` drops the connection.
  public func inject(_ errors: [KafkaErrorCode], into request: Request) throws(KafkaError) {
    let codes = errors.map(\.cValue)
    try call("inject") {
      rd_kafka_mock_push_request_errors_array($0, request.rawValue, codes.count, codes)
      return RD_KAFKA_RESP_ERR_NO_ERROR
    }
  }

  /// Drops what was injected and not used up.
  public func clearErrors(of request: Request) throws(KafkaError) {
    try call("clearErrors") {
      rd_kafka_mock_clear_request_errors($0, request.rawValue)
      return RD_KAFKA_RESP_ERR_NO_ERROR
    }
  }

  /// Takes a broker down (connections drop and are refused) or up again.
  public func setBroker(_ broker: Int32, isUp: Bool) throws(KafkaError) {
    try call("setBroker") {
      isUp ? rd_kafka_mock_broker_set_up($0, broker) : rd_kafka_mock_broker_set_down($0, broker)
    }
  }

  /// Delays every answer of a broker.
  public func setRoundTripTime(_ time: Duration, of broker: Int32) throws(KafkaError) {
    try call("setRoundTripTime") { rd_kafka_mock_broker_set_rtt($0, broker, time.milliseconds) }
  }

  /// - Parameter broker: nil leaves the partition without a leader.
  public func setLeader(of partition: KafkaPartition, to broker: Int32?) throws(KafkaError) {
    try call("setLeader") {
      rd_kafka_mock_partition_set_leader($0, partition.topic, partition.partition, broker ?? -1)
    }
  }

  public func setCoordinator(of coordinated: Coordinated, to broker: Int32) throws(KafkaError) {
    try call("setCoordinator") { cluster in
      switch coordinated {
      case .group(let name): rd_kafka_mock_coordinator_set(cluster, "group", name, broker)
      case .transaction(let id): rd_kafka_mock_coordinator_set(cluster, "transaction", id, broker)
      }
    }
  }

  private func call(
    _ operation: String, _ body: (OpaquePointer) -> rd_kafka_resp_err_t
  ) throws(KafkaError) {
    let code = cluster.withLock { OpaquePointer(bitPattern: $0).map(body) ?? RD_KAFKA_RESP_ERR__DESTROY }
    if code != RD_KAFKA_RESP_ERR_NO_ERROR { throw KafkaError(code, during: "mock cluster: \(operation)") }
  }
}
