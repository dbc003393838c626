import CLibrdkafka
import Logging

extension ConsumerLoop {
  /// Shows a trouble in the status. Logged when it is news.
  func note(_ error: KafkaError) {
    if error.isFatal { fatal = client.fatalCause ?? error }
    answersAtTrouble = client.context.answers
    let isNews = shared.status.lastError?.code != error.code
    shared.update { $0.lastError = error }
    if isNews { logger.warning("Kafka consumer in trouble", metadata: ["reason": "\(error)"]) }
  }

  /// Takes a trouble with brokers back once they answer again. librdkafka tells when they go, not when they return, and
  /// without messages nothing else would end the alarm.
  func noteRecovery() {
    guard let error = shared.status.lastError, error.code.passesByItself, client.context.answers > answersAtTrouble
    else { return }
    shared.update { $0.lastError = nil }
    logger.info("Kafka brokers answer again", metadata: ["after": "\(error)"])
  }

  /// An error that librdkafka delivered in place of a message.
  func noteError(in pointer: UnsafePointer<rd_kafka_message_t>) {
    let code = KafkaErrorCode(pointer.pointee.err)
    if code == .partitionEnd {
      let partition = KafkaPartition(reader.name(of: pointer.pointee.rkt), pointer.pointee.partition)
      return reachedEnds[partition] = pointer.pointee.offset
    }
    let text = rd_kafka_message_errstr(pointer).map { String(cString: $0) } ?? "\(code)"
    guard pointer.pointee.rkt != nil else {
      return note(KafkaError(code: code, reason: text, isFatal: code == .fatal))
    }
    let partition = KafkaPartition(reader.name(of: pointer.pointee.rkt), pointer.pointee.partition)
    guard code == .positionOutOfRange else {
      return note(KafkaError(code: code, reason: "\(partition): \(text)", isFatal: code == .fatal))
    }
    hold(partition, reason: "position \(pointer.pointee.offset) is outside the log: \(text)")
  }

  /// librdkafka has stopped fetching this partition. It is asked for again later, since a broker that has just become
  /// leader may for a moment not know the end of its log.
  private func hold(_ partition: KafkaPartition, reason: String) {
    held[partition] = reason
    publishAssignment()
    logger.error("Kafka partition held", metadata: ["partition": "\(partition)", "reason": "\(reason)"])
    note(KafkaError(code: .positionOutOfRange, reason: "\(partition): \(reason)"))
    recheckAt = recheckAt ?? .now + patience.outOfRangeRetry
  }
}

extension KafkaErrorCode {
  /// Whether an answered heartbeat or fetch shows that the trouble is over.
  fileprivate var passesByItself: Bool {
    switch self {
    case .transport, .allBrokersDown, .timedOut, .unresolved, .pollTooRare: true
    case .coordinatorLoading, .coordinatorNotAvailable, .notCoordinator: true
    default: false
    }
  }
}
