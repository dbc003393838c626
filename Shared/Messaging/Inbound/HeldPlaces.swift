internal import Kafka
internal import Postgres

/// Position and end of partitions that are assigned and not read, such as those of a paused topic: what waits there grows, and
/// the client, which fetches nothing of them, does not know how far.
struct HeldPlaces: Sendable {
  private struct Place: Sendable {
    let position: Int64
    let end: Int64
  }

  private var places: [KafkaPartition: Place] = [:]

  /// - Throws: when broker or database cannot be asked.
  static func read(
    _ partitions: [KafkaPartition], broker: BrokerWatch, pool: PostgresPool
  ) async throws -> HeldPlaces {
    guard !partitions.isEmpty else { return HeldPlaces() }
    let bounds = try await broker.watermarks(partitions)
    let rows = try await pool.query(
      """
      select topic, partition, next_offset from consumer_position
      where (topic, partition) in (
        select * from unnest(\(partitions.map(\.topic)), \(partitions.map(\.partition))))
      """, as: (String, Int32, Int64).self)
    let positions = Dictionary(rows.map { (KafkaPartition($0.0, $0.1), $0.2) }) { first, _ in first }
    var held = HeldPlaces()
    for (partition, bound) in bounds {
      held.places[partition] = Place(position: max(positions[partition] ?? 0, bound.low), end: bound.high)
    }
    return held
  }

  /// What the client says, with these in the place of what it does not know.
  func shown(in status: KafkaConsumerStatus) -> KafkaConsumerStatus {
    var status = status
    for (partition, place) in places where status.held[partition] != nil {
      status.positions[partition] = place.position
      status.lag[partition] = max(0, place.end - place.position)
    }
    return status
  }
}
