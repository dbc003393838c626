import CLibrdkafka

/// What went wrong in the client or at the broker, in librdkafka's three classes of consequence.
///
/// - `isRetriable`: the same call may succeed later. Calls of this module already retried it until their deadline.
/// - `requiresAbort`: the open transaction is spoilt; `abort` it and begin again.
/// - `isFatal`: the client is of no more use; close it and build a new one.
///
/// None of the three: the request itself was wrong, or (code ``KafkaErrorCode/timedOut``) its outcome is unknown.
public struct KafkaError: Error, Sendable, Equatable {
  public let code: KafkaErrorCode
  public let reason: String
  public let isFatal: Bool
  public let isRetriable: Bool
  public let requiresAbort: Bool

  public init(
    code: KafkaErrorCode, reason: String, isFatal: Bool = false, isRetriable: Bool = false, requiresAbort: Bool = false
  ) {
    self.code = code
    self.reason = reason
    self.isFatal = isFatal
    self.isRetriable = isRetriable
    self.requiresAbort = requiresAbort
  }

  /// An error known by its number alone.
  init(_ code: rd_kafka_resp_err_t, during operation: String) {
    let code = KafkaErrorCode(code)
    self.init(
      code: code, reason: "\(operation): \(String(cString: rd_kafka_err2str(code.cValue)))",
      isFatal: code == .fatal, isRetriable: Self.transient.contains(code))
  }

  /// Takes over an error object of librdkafka and destroys it.
  init(taking error: OpaquePointer, during operation: String) {
    self.init(
      code: KafkaErrorCode(rd_kafka_error_code(error)),
      reason: "\(operation): \(String(cString: rd_kafka_error_string(error)))",
      isFatal: rd_kafka_error_is_fatal(error) != 0,
      isRetriable: rd_kafka_error_is_retriable(error) != 0,
      requiresAbort: rd_kafka_error_txn_requires_abort(error) != 0)
    rd_kafka_error_destroy(error)
  }

  /// What is worth asking again of another broker or a moment later.
  static let transient: Set<KafkaErrorCode> = [
    .timedOut, .transport, .allBrokersDown, .leaderNotAvailable, .notLeader, .coordinatorLoading,
    .coordinatorNotAvailable, .notCoordinator, .notController, .unstableOffsets, .queueFull, .notEnoughReplicas,
    .concurrentTransactions,
  ]

  static func closed(_ operation: String) -> KafkaError {
    KafkaError(code: .closed, reason: "\(operation): the client is closed")
  }
}

extension KafkaError: CustomStringConvertible {
  public var description: String {
    var consequence = ""
    if isFatal { consequence += ", fatal" }
    if requiresAbort { consequence += ", requires abort" }
    if isRetriable { consequence += ", retriable" }
    return "\(reason) (\(code)\(consequence))"
  }
}
