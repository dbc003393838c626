import Kafka

/// How long the oldest record that is not taken in has waited, by topic: told from when the log's end was first seen behind
/// it, so that it is right to the time between two looks, whatever clock the writers have.
struct LagAges {
  /// When a partition's end was first seen so far.
  private struct Sighting {
    let at: ContinuousClock.Instant
    let end: Int64
  }

  /// So many sightings of a partition are kept; then they are thinned out, and ages are coarser.
  private static let most = 256

  private var sightings: [KafkaPartition: [Sighting]] = [:]

  /// Takes a look; answers seconds by topic, nought where nothing waits.
  mutating func look(_ status: KafkaConsumerStatus, at now: ContinuousClock.Instant = .now) -> [String: Double] {
    var ages: [String: Double] = [:]
    sightings = sightings.filter { status.positions[$0.key] != nil }
    for (partition, lag) in status.lag {
      let position = status.positions[partition] ?? 0
      var seen = (sightings[partition] ?? []).drop { $0.end <= position }
      if lag > 0, (seen.last?.end ?? 0) < position + lag { seen.append(Sighting(at: now, end: position + lag)) }
      if seen.count > Self.most { seen = thinned(seen, at: now)[...] }
      sightings[partition] = Array(seen)
      let age = seen.first.map { $0.at.duration(to: now) / .seconds(1) } ?? 0
      ages[partition.topic] = max(ages[partition.topic] ?? 0, age)
    }
    return ages
  }

  /// Half of them, evenly in time, the oldest among them.
  private func thinned(_ seen: ArraySlice<Sighting>, at now: ContinuousClock.Instant) -> [Sighting] {
    guard let first = seen.first else { return [] }
    let gap = first.at.duration(to: now) / (Self.most / 2)
    var kept = [first]
    for sighting in seen where sighting.at - kept[kept.count - 1].at >= gap { kept.append(sighting) }
    return kept
  }
}
