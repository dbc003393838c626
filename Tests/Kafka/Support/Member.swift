import Kafka

/// A consumer at work in its own task.
struct Member {
  let consumer: KafkaConsumer
  let delegate: LedgerDelegate
  let task: Task<Void, any Error>

  init(
    _ settings: KafkaSettings, group: String, topic: String, _ delegate: LedgerDelegate,
    limits: KafkaBatchLimits = KafkaBatchLimits(),
    patience: KafkaConsumerPatience = KafkaConsumerPatience(positionsRetry: .milliseconds(100))
  ) throws {
    let consumer = try KafkaConsumer(
      settings: settings, group: group, topics: [topic], limits: limits, patience: patience, logger: Broker.logger)
    self.consumer = consumer
    self.delegate = delegate
    task = Task { try await consumer.run(delegate: delegate) }
  }

  func stop() async throws {
    consumer.shutdown()
    try await task.value
  }
}
