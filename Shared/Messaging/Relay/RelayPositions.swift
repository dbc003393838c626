internal import Kafka
internal import Logging

/// Reads the positions that relays commit in their Kafka transactions.
struct RelayPositions {
  let settings: RelaySettings
  let logger: Logger

  /// The position of a shard; nil when Kafka has none, or one that is not ours.
  func committed(shard: Int) async throws -> RelayPosition? {
    let partition = KafkaPartition(settings.positionTopic, Int32(shard))
    let admin = try KafkaAdmin(settings: settings.kafka, logger: logger)
    do {
      let committed = try await admin.committed(
        group: settings.positionGroup, partitions: [partition], requireStable: true)
      await admin.close()
      guard let position = committed[partition] ?? nil else { return nil }
      return RelayPosition(offset: position.offset, metadata: position.metadata)
    } catch {
      await admin.close()
      throw error
    }
  }
}
