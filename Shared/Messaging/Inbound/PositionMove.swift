internal import Kafka

/// A partition's position, moved past the messages of a batch.
struct PositionMove {
  let partition: KafkaPartition
  let before: Int64
  let after: Int64
}
