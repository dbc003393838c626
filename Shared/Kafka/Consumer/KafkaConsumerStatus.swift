public import struct FoundationEssentials.Date

/// What a consumer is doing, for health checks and metrics.
public struct KafkaConsumerStatus: Sendable {
  /// The group has answered at least once since the start, be it with no partitions: a spare member is subscribed too.
  public var isSubscribed = false
  /// Since when the member has waited for the group to give it partitions, or to say that there are none for it: from
  /// the start, or from when all was taken back. Nil while the group is settled.
  public var joiningSince: Date?
  /// The partitions that the group gave us, in order.
  public var assigned: [KafkaPartition] = []
  /// Assigned partitions that nobody reads, with the reason.
  public var held: [KafkaPartition: String] = [:]
  /// The offset before which everything is dealt with: where the delegate had the partition started, and from then on
  /// after the last message that a batch dealt with. A partition that starts at its beginning has one after its first
  /// batch.
  public var positions: [KafkaPartition: Int64] = [:]
  /// Records between ``positions`` and the end of the log as last fetched. Transaction markers count as records, so 1
  /// may mean none. Partitions whose end is not known are left out.
  public var lag: [KafkaPartition: Int64] = [:]
  /// False while the consumer waits after a rewind, for positions, or for a slow batch.
  public var isReading = false
  /// The last trouble, until the next message arrives or, if it is one of reaching the brokers, until they answer.
  public var lastError: KafkaError?
  /// When the polling thread last asked librdkafka for messages. Old means a hung delegate.
  public var lastPoll: Date?
  /// When the batch in flight was handed over.
  public var batchSince: Date?

  /// Whether the group has said which partitions are ours, be it none.
  public var isSettled: Bool { isSubscribed && joiningSince == nil }

  /// Records that wait in all assigned partitions together. Nil while the group is not settled and while it is not known
  /// of each partition how much waits in it: that is no reason to think that nothing does.
  public var wholeLag: Int64? {
    guard isSettled else { return nil }
    var sum: Int64 = 0
    for partition in assigned {
      guard let lag = lag[partition] else { return nil }
      sum += lag
    }
    return sum
  }
}
