internal import Kafka

/// Where a record lies in the log.
struct RecordPlace: Hashable, Sendable {
  let partition: KafkaPartition
  let offset: Int64

  init(_ record: KafkaMessage) {
    self.init(partition: KafkaPartition(record.topic, record.partition), offset: record.offset)
  }

  init(partition: KafkaPartition, offset: Int64) {
    self.partition = partition
    self.offset = offset
  }
}
