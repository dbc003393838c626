/// Who deals with a consumer's messages and knows its positions.
///
/// The calls come one at a time, never two at once, all in the task that runs ``KafkaConsumer/run(delegate:)``
/// (`revoked` excepted: it runs shielded from that task's cancellation).
public protocol KafkaConsumerDelegate: Sendable {
  /// Where to start in each of these partitions, all that the group has given us.
  ///
  /// Asked on assignment and after every rewind, never while a batch is in flight. A partition left out of the answer
  /// is held. The answer is dropped, and asked for anew, when the assignment changed in the meantime.
  ///
  /// - Throws: anything; it is taken as a passing trouble. The consumer stays in the group without reading and asks
  ///   again after ``KafkaConsumerPatience/positionsRetry``.
  func positions(for partitions: [KafkaPartition]) async throws -> [KafkaPartition: KafkaStart]

  /// Deals with one batch: at least one message, in order within each partition, all of partitions that are assigned.
  /// No further batch and no revocation comes before this returns.
  func handle(_ batch: [KafkaMessage]) async -> KafkaBatchOutcome

  /// These partitions are no longer ours. The last batch is finished when this is called, and the group waits for it
  /// to return, at most `max.poll.interval.ms`.
  ///
  /// - Parameter lost: the group took them without waiting; another owner may already be at work.
  func revoked(_ partitions: [KafkaPartition], lost: Bool) async
}
