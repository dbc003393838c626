internal import Kafka
internal import Logging
internal import Postgres

/// Finding the message that fails, and parking it.
extension BatchProcessor {
  /// Takes messages in; when that fails for a reason of its own, each half by itself, down to the one to be parked.
  func halve(
    _ messages: ArraySlice<InboundMessage>, of share: BatchPlan.Share, on connection: PostgresConnection
  ) async throws {
    guard let first = messages.first else { return }
    let before = spans.count
    do {
      try await connection.withSavepoint { connection in
        try await self.take(Array(messages), refused: [], of: share, on: connection)
      }
    } catch {
      let failure = FailureKind(error)
      undo(spansFrom: before, parked: messages.count == 1 ? failure : nil)
      if let transient = failure.transient {
        guard messages.count == 1, transient == .timeout, tires(of: first.record, failure) else { throw error }
      }
      guard messages.count > 1 else {
        return try await about([first]) { try await park(first, failure, of: share, on: connection) }
      }
      let middle = messages.startIndex + messages.count / 2
      try await halve(messages[..<middle], of: share, on: connection)
      try await halve(messages[middle...], of: share, on: connection)
    }
  }

  /// Counts a time-out of one message alone; true when it has had enough of them.
  private func tires(of record: KafkaMessage, _ failure: FailureKind) -> Bool {
    let count = (timeouts[RecordPlace(record)]?.count ?? 0) + 1
    timeouts[RecordPlace(record)] = (count, failure)
    return count >= BatchProcessor.patience
  }

  private func park(
    _ message: InboundMessage, _ failure: FailureKind, of share: BatchPlan.Share, on connection: PostgresConnection
  ) async throws {
    logger.error(
      "message parked: handling it fails",
      metadata: [
        "topic": "\(message.record.topic)", "partition": "\(message.record.partition)",
        "offset": "\(message.record.offset)", "code": "\(failure.code)", "reason": "\(failure.summary)",
      ])
    try await connection.withSavepoint { connection in
      let work = UnitOfWork(connection: connection, context: self.context, now: self.context.clock.now)
      work.hold(
        message.record, orderingKey: message.orderingKey, state: .parked, code: failure.code, message: failure.summary)
      try await share.subscription.delay([message], work)
      try await work.flush()
      self.kept += work.kept
    }
    timeouts[RecordPlace(message.record)] = nil
  }
}
