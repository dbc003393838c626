public import Kafka

/// How a service's consumer is doing.
public struct InboundStatus: Sendable {
  /// The Kafka client's own view; nil while it is being rebuilt.
  public var kafka: KafkaConsumerStatus?
  /// Why nothing is being taken in at the moment; nil when all is well.
  public var failure: String?
  /// Why the last batch was given up that is now tried again; nil once one was taken in, or its partitions went to others.
  public var batchFailure: String?
  /// Why the last Kafka client had to be given up; nil once its successor has joined the group.
  public var clientFailure: String?
  /// Messages taken in since the start, refused and parked ones included.
  public var taken: Int = 0
  /// The same by the full name of their topic.
  public var takenByTopic: [String: Int] = [:]
  /// Batches that had to be tried again.
  public var retries: Int = 0
}
