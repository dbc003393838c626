import CLibrdkafka

/// The number of an error, as librdkafka counts them: positive numbers come from the broker
/// (Kafka protocol, "Error Codes"), negative ones from the client.
///
/// Extensible on purpose: a newer broker may answer with a number that has no name here, and that is data.
public struct KafkaErrorCode: RawRepresentable, Hashable, Sendable {
  public let rawValue: Int32

  public init(rawValue: Int32) {
    self.rawValue = rawValue
  }

  init(_ code: rd_kafka_resp_err_t) {
    self.init(rawValue: code.rawValue)
  }

  var cValue: rd_kafka_resp_err_t { rd_kafka_resp_err_t(rawValue) }

  public static let noError = KafkaErrorCode(RD_KAFKA_RESP_ERR_NO_ERROR)

  // MARK: Of the client

  /// The client cannot go on and must be rebuilt; the reason is in the text.
  public static let fatal = KafkaErrorCode(RD_KAFKA_RESP_ERR__FATAL)
  /// The call's deadline passed. Whether the broker acted on it is unknown.
  public static let timedOut = KafkaErrorCode(RD_KAFKA_RESP_ERR__TIMED_OUT)
  /// A message was not acknowledged within its `message.timeout.ms`.
  public static let messageTimedOut = KafkaErrorCode(RD_KAFKA_RESP_ERR__MSG_TIMED_OUT)
  /// A connection broke.
  public static let transport = KafkaErrorCode(RD_KAFKA_RESP_ERR__TRANSPORT)
  /// A broker's name has no address at the moment.
  public static let unresolved = KafkaErrorCode(RD_KAFKA_RESP_ERR__RESOLVE)
  public static let allBrokersDown = KafkaErrorCode(RD_KAFKA_RESP_ERR__ALL_BROKERS_DOWN)
  /// The call does not fit the client's state: closed, no transaction open, run twice.
  public static let wrongState = KafkaErrorCode(RD_KAFKA_RESP_ERR__STATE)
  /// The client was closed.
  public static let closed = KafkaErrorCode(RD_KAFKA_RESP_ERR__DESTROY)
  public static let invalidArgument = KafkaErrorCode(RD_KAFKA_RESP_ERR__INVALID_ARG)
  /// The client's own send queue stayed full.
  public static let queueFull = KafkaErrorCode(RD_KAFKA_RESP_ERR__QUEUE_FULL)
  /// The message was dropped by ``KafkaTransactionalProducer/abort(timeout:)`` or `close()`.
  public static let purged = KafkaErrorCode(RD_KAFKA_RESP_ERR__PURGE_QUEUE)
  public static let purgedInFlight = KafkaErrorCode(RD_KAFKA_RESP_ERR__PURGE_INFLIGHT)
  /// The waiting task was cancelled; the outcome is unknown.
  public static let interrupted = KafkaErrorCode(RD_KAFKA_RESP_ERR__INTR)
  /// A position lies outside the log and no reset is allowed.
  public static let positionOutOfRange = KafkaErrorCode(RD_KAFKA_RESP_ERR__AUTO_OFFSET_RESET)
  /// A newer producer took this one's transactional id.
  public static let fencedLocally = KafkaErrorCode(RD_KAFKA_RESP_ERR__FENCED)
  public static let unknownTopic = KafkaErrorCode(RD_KAFKA_RESP_ERR__UNKNOWN_TOPIC)
  public static let unknownPartition = KafkaErrorCode(RD_KAFKA_RESP_ERR__UNKNOWN_PARTITION)
  public static let pollTooRare = KafkaErrorCode(RD_KAFKA_RESP_ERR__MAX_POLL_EXCEEDED)
  /// The operating system gave no thread or the library no client.
  public static let systemResource = KafkaErrorCode(RD_KAFKA_RESP_ERR__CRIT_SYS_RESOURCE)
  static let partitionEnd = KafkaErrorCode(RD_KAFKA_RESP_ERR__PARTITION_EOF)

  // MARK: Of the broker

  public static let offsetOutOfRange = KafkaErrorCode(RD_KAFKA_RESP_ERR_OFFSET_OUT_OF_RANGE)
  public static let unknownTopicOrPartition = KafkaErrorCode(RD_KAFKA_RESP_ERR_UNKNOWN_TOPIC_OR_PART)
  public static let leaderNotAvailable = KafkaErrorCode(RD_KAFKA_RESP_ERR_LEADER_NOT_AVAILABLE)
  public static let notLeader = KafkaErrorCode(RD_KAFKA_RESP_ERR_NOT_LEADER_FOR_PARTITION)
  public static let messageTooLarge = KafkaErrorCode(RD_KAFKA_RESP_ERR_MSG_SIZE_TOO_LARGE)
  public static let coordinatorLoading = KafkaErrorCode(RD_KAFKA_RESP_ERR_COORDINATOR_LOAD_IN_PROGRESS)
  public static let coordinatorNotAvailable = KafkaErrorCode(RD_KAFKA_RESP_ERR_COORDINATOR_NOT_AVAILABLE)
  public static let notCoordinator = KafkaErrorCode(RD_KAFKA_RESP_ERR_NOT_COORDINATOR)
  public static let notEnoughReplicas = KafkaErrorCode(RD_KAFKA_RESP_ERR_NOT_ENOUGH_REPLICAS)
  public static let topicExists = KafkaErrorCode(RD_KAFKA_RESP_ERR_TOPIC_ALREADY_EXISTS)
  public static let notController = KafkaErrorCode(RD_KAFKA_RESP_ERR_NOT_CONTROLLER)
  public static let producerFenced = KafkaErrorCode(RD_KAFKA_RESP_ERR_PRODUCER_FENCED)
  public static let invalidProducerEpoch = KafkaErrorCode(RD_KAFKA_RESP_ERR_INVALID_PRODUCER_EPOCH)
  public static let unstableOffsets = KafkaErrorCode(RD_KAFKA_RESP_ERR_UNSTABLE_OFFSET_COMMIT)
  public static let concurrentTransactions = KafkaErrorCode(RD_KAFKA_RESP_ERR_CONCURRENT_TRANSACTIONS)
  public static let topicAuthorizationFailed = KafkaErrorCode(RD_KAFKA_RESP_ERR_TOPIC_AUTHORIZATION_FAILED)
  public static let groupAuthorizationFailed = KafkaErrorCode(RD_KAFKA_RESP_ERR_GROUP_AUTHORIZATION_FAILED)
  public static let groupNotFound = KafkaErrorCode(RD_KAFKA_RESP_ERR_GROUP_ID_NOT_FOUND)
}

extension KafkaErrorCode: CustomStringConvertible {
  /// The name librdkafka uses in its own logs, such as `_TIMED_OUT`.
  public var description: String {
    guard let name = rd_kafka_err2name(cValue) else { return "\(rawValue)" }
    return String(cString: name)
  }
}
