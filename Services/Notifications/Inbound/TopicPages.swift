import Contracts
import FoundationEssentials
import Kafka
import Logging
import Messaging
import Postgres

/// Reads again what the topics of agencies hold, page by page and beside the consumer group, for those who missed it.
/// Not shared between tasks.
final class TopicPages {
  /// One page of a partition.
  struct Page {
    /// The events of the span asked for, in the order of the log.
    let events: [CloudEvent]
    /// How many records were looked at.
    let examined: Int
    /// Where the next page begins.
    let next: Int64
  }

  private let prefix: TopicPrefix
  private let admin: KafkaAdmin
  private let reader: KafkaReader

  /// - Throws: a property of the settings that is not accepted.
  init(settings: KafkaSettings, prefix: TopicPrefix, logger: Logger) throws {
    self.prefix = prefix
    admin = try KafkaAdmin(settings: settings, logger: logger)
    reader = try KafkaReader(settings: settings, logger: logger)
  }

  func close() async {
    await reader.close()
    await admin.close()
  }

  /// The partitions with the offsets that hold what was published since then, as the logs stand now.
  func stretches(since: Date) async throws -> [String: ReplayProgress.Stretch] {
    let names = Set(EventFilter.topics.map { prefix.name(of: $0) })
    let counts = try await admin.topics(matching: { names.contains($0) })
    let partitions = counts.flatMap { topic, count in (0..<Int32(count)).map { KafkaPartition(topic, $0) } }
    let milliseconds = Int64(exactly: (since.timeIntervalSince1970 * 1_000).rounded(.down)) ?? 0
    let first = try await admin.offsets(of: partitions, since: milliseconds)
    let bounds = try await admin.watermarks(partitions)
    return first.reduce(into: [:]) { stretches, entry in
      guard let log = bounds[entry.key] else { return }
      stretches["\(entry.key.topic)/\(entry.key.partition)"] = .init(next: max(entry.value, log.low), end: log.high)
    }
  }

  /// Reads on in a partition.
  /// - Parameters:
  ///   - name: as ``stretches(since:)`` names it.
  ///   - limit: the most records.
  func page(
    of name: String, _ stretch: ReplayProgress.Stretch, since: Date, until: Date, limit: Int
  ) async throws -> Page {
    guard let slash = name.lastIndex(of: "/"), let number = Int32(name[name.index(after: slash)...]) else {
      throw StoredValueError(table: "replay", id: name)
    }
    let partition = KafkaPartition(String(name[..<slash]), number)
    switch await read(partition, from: stretch.next, limit: limit) {
    case .success(let read):
      let records = read.filter { $0.offset < stretch.end }
      // The rest of the log may hold nothing but marks of transactions.
      let isOver = records.isEmpty ? await reader.isAtEnd(partition) : false
      let next = records.last.map { $0.offset + 1 } ?? (isOver ? stretch.end : stretch.next)
      let wanted = records.filter { record in
        record.timestamp.map { $0 >= since.addingTimeInterval(-0.001) && $0 < until } ?? true
      }
      return Page(events: wanted.compactMap(event), examined: records.count, next: next)
    case .failure(let error) where error.code == .positionOutOfRange:
      // Retention has taken what was to be read next.
      let low = try await admin.watermarks([partition])[partition]?.low ?? stretch.end
      return Page(events: [], examined: 0, next: max(stretch.next + 1, min(low, stretch.end)))
    case .failure(let error):
      throw error
    }
  }

  private func read(
    _ partition: KafkaPartition, from offset: Int64, limit: Int
  ) async -> Result<[KafkaMessage], KafkaError> {
    do throws(KafkaError) {
      try await reader.assign([partition: offset])
      return .success(try await reader.read(max: limit, wait: .seconds(5), stopAtEnd: true))
    } catch {
      return .failure(error)
    }
  }

  /// The event of a record, when it is one that agencies may have.
  private func event(_ record: KafkaMessage) -> CloudEvent? {
    let event = try? CloudEventCodec.decode(value: record.value, headers: record.headers.map { ($0.name, $0.value) })
    return event.flatMap { event in
      ContractCatalogue.contracts.contains {
        $0.type == event.type && EventFilter.topics.contains($0.topic) && prefix.name(of: $0.topic) == record.topic
      } ? event : nil
    }
  }
}
