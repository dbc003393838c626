public import FoundationEssentials
public import Kafka
public import Logging

/// Copies a range of a topic's records to another topic, for one subscriber that asked for it, without touching the
/// others: key, value and headers are kept, and `ce_replayed` is added.
public struct TopicReplay: Sendable {
  /// How often nothing may come, five seconds each time, before it is taken that the broker does not answer.
  private static let patience = 12

  private let settings: KafkaSettings
  private let logger: Logger

  public init(settings: KafkaSettings, logger: Logger) {
    self.settings = settings
    self.logger = logger
  }

  /// - Parameters:
  ///   - since: records older than this are passed over; nil copies from the beginning of the log.
  ///   - until: records of this instant and later are passed over; nil copies to where the log ended at the start.
  ///   - key: only records of this key, when given.
  ///   - isTrial: reads and counts, and writes nothing.
  ///   - progress: called with the number copied so far, every few thousand.
  /// - Returns: how many records were copied: all of them.
  /// - Throws: ``TopicReplayError`` when one of the topics is missing or the range could not be read to its end; an error of
  ///   the client.
  public func copy(
    from topic: String, to target: String, since: Date?, until: Date? = nil, key: String?,
    isTrial: Bool = false, progress: @Sendable (Int) -> Void
  ) async throws -> Int {
    let admin = try KafkaAdmin(settings: settings, logger: logger)
    let reader = try KafkaReader(settings: settings, logger: logger)
    let producer = try KafkaProducer(settings: settings, logger: logger)
    var copied = 0
    do {
      let counts = try await admin.topics(matching: { $0 == topic || $0 == target })
      guard let count = counts[topic] else { throw TopicReplayError.missing(topic: topic) }
      guard counts[target] != nil else { throw TopicReplayError.missing(topic: target) }
      let bounds = try await admin.watermarks((0..<Int32(count)).map { KafkaPartition(topic, $0) })
      let wanted = key.map { Array($0.utf8) }
      for (partition, log) in bounds.sorted(by: { $0.key < $1.key }) where log.high > log.low {
        var next = log.low
        var vain = 0
        try await reader.assign([partition: next])
        while next < log.high {
          let messages = try await reader.read(max: 2_000, wait: .seconds(5), stopAtEnd: true)
          guard let last = messages.last else {
            // What is left of the log may be nothing but marks of transactions.
            if await reader.isAtEnd(partition) { break }
            vain += 1
            guard vain < Self.patience else {
              throw TopicReplayError.stalled(partition: partition.description, copied: copied)
            }
            continue
          }
          vain = 0
          next = last.offset + 1
          let records = messages.filter { message in
            message.offset < log.high && (since.map { (message.timestamp ?? .distantFuture) >= $0 } ?? true)
              && (until.map { (message.timestamp ?? .distantPast) < $0 } ?? true)
              && (wanted.map { message.key == $0 } ?? true)
          }.map { message in
            KafkaRecord(
              topic: target, partition: nil, key: message.key, value: message.value,
              headers: message.headers + [KafkaHeader("ce_replayed", Array("true".utf8))])
          }
          if !records.isEmpty, !isTrial { _ = try await producer.send(records, timeout: .seconds(30)) }
          copied += records.count
          progress(copied)
        }
      }
      await close(admin, reader, producer)
      return copied
    } catch {
      await close(admin, reader, producer)
      throw error
    }
  }

  private func close(_ admin: KafkaAdmin, _ reader: KafkaReader, _ producer: KafkaProducer) async {
    await reader.close()
    await producer.close()
    await admin.close()
  }
}
