import Kafka

/// What a database would be to several consumers: a position per partition, moved only from the value it was read at,
/// and every value that took effect, in order.
actor Ledger {
  private(set) var positions: [KafkaPartition: Int64] = [:]
  private(set) var values: [KafkaPartition: [String]] = [:]
  private(set) var refused = 0
  private(set) var events: [String] = []
  /// Partitions that somebody is working on now, to catch two owners at once.
  private var busy: [KafkaPartition: String] = [:]
  private(set) var collisions: [String] = []

  func set(_ partition: KafkaPartition, _ position: Int64) { positions[partition] = position }

  func note(_ event: String) { events.append(event) }

  func begin(_ owner: String, _ partitions: Set<KafkaPartition>) {
    for partition in partitions {
      if let other = busy[partition] { collisions.append("\(partition): \(owner) beside \(other)") }
      busy[partition] = owner
    }
  }

  func end(_ partitions: Set<KafkaPartition>) {
    for partition in partitions { busy[partition] = nil }
  }

  /// Takes a batch as one transaction: all of it, or nothing when a position was moved by somebody else.
  func commit(_ batch: [KafkaMessage], from expected: [KafkaPartition: Int64]) -> Bool {
    for (partition, position) in expected where positions[partition, default: 0] != position {
      refused += 1
      return false
    }
    for message in batch {
      values[message.source, default: []].append(message.text)
      positions[message.source] = message.offset + 1
    }
    return true
  }

  var allValues: [String] { values.values.flatMap { $0 } }
}

/// A consumer's delegate that keeps its positions in a ledger.
actor LedgerDelegate: KafkaConsumerDelegate {
  let name: String
  let ledger: Ledger
  let work: Duration
  private var local: [KafkaPartition: Int64] = [:]
  private(set) var batches: [[KafkaMessage]] = []
  private(set) var asked = 0
  private(set) var revocations: [(partitions: [KafkaPartition], lost: Bool)] = []
  private var next: [KafkaBatchOutcome] = []
  private var holds: [KafkaPartition: String] = [:]
  private var failures = 0

  init(_ name: String = "a", ledger: Ledger, work: Duration = .zero) {
    self.name = name
    self.ledger = ledger
    self.work = work
  }

  /// The next batches are answered with these, without taking effect.
  func answer(_ outcomes: [KafkaBatchOutcome]) { next = outcomes }
  func hold(_ partition: KafkaPartition, _ reason: String) { holds[partition] = reason }
  func failPositions(times: Int) { failures = times }

  func positions(for partitions: [KafkaPartition]) async throws -> [KafkaPartition: KafkaStart] {
    asked += 1
    if failures > 0 {
      failures -= 1
      throw LedgerAway()
    }
    let stored = await ledger.positions
    local = [:]
    var starts: [KafkaPartition: KafkaStart] = [:]
    for partition in partitions {
      if let reason = holds[partition] {
        starts[partition] = .hold(reason: reason)
      } else {
        local[partition] = stored[partition] ?? 0
        starts[partition] = stored[partition].map { .offset($0) } ?? .beginning
      }
    }
    return starts
  }

  func handle(_ batch: [KafkaMessage]) async -> KafkaBatchOutcome {
    batches.append(batch)
    let partitions = Set(batch.map(\.source))
    await ledger.begin(name, partitions)
    if work > .zero { try? await Task.sleep(for: work) }
    await ledger.end(partitions)
    if !next.isEmpty { return next.removeFirst() }
    let expected = local.filter { partitions.contains($0.key) }
    guard await ledger.commit(batch, from: expected) else { return .rewind(after: .zero) }
    for message in batch { local[message.source] = message.offset + 1 }
    return .proceed
  }

  func revoked(_ partitions: [KafkaPartition], lost: Bool) async {
    revocations.append((partitions, lost))
    local = [:]
  }
}

struct LedgerAway: Error {}
