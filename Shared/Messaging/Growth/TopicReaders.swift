internal import Kafka
internal import Logging

/// Who reads a topic, as far as the broker knows: groups with a position in it.
struct TopicReaders {
  /// More than that are not counted one by one.
  private static let counted: Int64 = 1_000

  let settings: RelaySettings
  let logger: Logger

  /// How many records each group has before it, at least; groups that have read everything are left out.
  ///
  /// A position behind the last record is not the end of the log, where marks of transactions stand: what lies between is
  /// looked at.
  /// - Parameter leftOut: groups that are not waited for.
  func remaining(
    of topic: String, partitions: Int, leftOut: Set<String>
  ) async throws -> [String: Int] {
    let partitions = (0..<Int32(partitions)).map { KafkaPartition(topic, $0) }
    let admin = try KafkaAdmin(settings: settings.kafka, logger: logger)
    do {
      let bounds = try await admin.watermarks(partitions)
      var remaining: [String: Int] = [:]
      for group in try await admin.groups() where !leftOut.contains(group) {
        let committed = try await admin.committed(group: group, partitions: partitions, requireStable: false)
        guard committed.values.contains(where: { $0 != nil }) else { continue }
        let count = try await unread(bounds) { (committed[$0] ?? nil)?.offset }
        if count > 0 { remaining[group] = count }
      }
      await admin.close()
      return remaining
    } catch {
      await admin.close()
      throw error
    }
  }

  private func unread(
    _ bounds: [KafkaPartition: KafkaLogBounds], _ position: (KafkaPartition) -> Int64?
  ) async throws -> Int {
    var places: [KafkaPartition: Int64] = [:]
    var most: Int64 = 0
    for (partition, log) in bounds {
      let place = max(log.low, position(partition) ?? log.low)
      if place < log.high {
        places[partition] = place
        most += log.high - place
      }
    }
    guard most <= Self.counted else { return Int(most) }
    guard !places.isEmpty else { return 0 }
    let reader = try KafkaReader(settings: settings.kafka, logger: logger)
    do {
      let count = try await reader.readToEnd(from: places).count
      await reader.close()
      return count
    } catch {
      await reader.close()
      throw error
    }
  }
}
