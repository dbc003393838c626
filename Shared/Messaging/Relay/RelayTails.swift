internal import Contracts
internal import FoundationEssentials
internal import Kafka
internal import Logging

/// Looks at the ends of the topics for what is published already, when Kafka has forgotten the relay's position.
struct RelayTails {
  /// How many records of each partition are looked at: more than the transactions that can lie behind the hint.
  private static let depth: Int64 = 20_000

  let settings: RelaySettings
  let logger: Logger

  /// The full names of the topics the service writes.
  static func topics(of settings: RelaySettings) -> [String] {
    TopicCatalogue.topics(of: settings.service, shards: settings.shards)
      .filter { $0.purpose != .position && $0.writers.contains(settings.service.rawValue) }
      .map { settings.prefix.name(of: $0) }
  }

  /// The newest published row behind the place given. Transactions are whole and in order, so everything up to it is
  /// published and nothing after it.
  func newest(after place: (tick: Int64, lastID: Int64), store: RelayStore) async throws -> (tick: Int64, lastID: Int64)
  {
    let published = try await eventIDs()
    var newest = place
    var tick = place.tick
    var last = place.lastID
    while let cut = try await store.load(tick) {
      while true {
        let rows = try await store.rows(of: cut, after: last, limit: settings.batch)
        guard let end = rows.last else { break }
        if let found = rows.last(where: { published.contains($0.eventID) }) { newest = (tick, found.id) }
        last = end.id
      }
      tick += 1
      last = 0
    }
    return newest
  }

  /// The ids of the events in the topics' tails.
  func eventIDs(depth: Int64 = RelayTails.depth) async throws -> Set<UUID> {
    let admin = try KafkaAdmin(settings: settings.kafka, logger: logger)
    let reader = try KafkaReader(settings: settings.kafka, logger: logger)
    do {
      let wanted = Set(RelayTails.topics(of: settings))
      let counts = try await admin.topics(matching: { wanted.contains($0) })
      let partitions = counts.flatMap { topic, count in (0..<Int32(count)).map { KafkaPartition(topic, $0) } }
      let bounds = try await admin.watermarks(partitions)
      var ids: Set<UUID> = []
      // One partition after the other: only one tail is in memory at a time.
      for (partition, log) in bounds where log.high > log.low {
        for message in try await reader.readToEnd(from: [partition: max(log.low, log.high - depth)]) {
          if let id = message.header("ce_id"), let uuid = UUID(text: String(decoding: id, as: UTF8.self)) {
            ids.insert(uuid)
          }
        }
      }
      await reader.close()
      await admin.close()
      return ids
    } catch {
      await reader.close()
      await admin.close()
      throw error
    }
  }
}
