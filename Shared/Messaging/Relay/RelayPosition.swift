internal import Contracts

/// How far a shard's events are published, as it is committed in the Kafka transaction that publishes them.
///
/// The offset is the tick; the metadata tells to which database, and which history of it, the tick belongs.
struct RelayPosition: Equatable, Sendable {
  /// The batch being published, and the last id of it that is.
  var tick: Int64
  var lastID: Int64
  /// The random mark of the tick's row: a restored database lacks it, or has another one under the same number.
  var mark: Int64
  /// PostgreSQL's system identifier.
  var system: String

  var metadata: String { "v1 \(lastID) \(mark) \(system)" }

  init(tick: Int64, lastID: Int64, mark: Int64, system: String) {
    self.tick = tick
    self.lastID = lastID
    self.mark = mark
    self.system = system
  }

  /// - Returns: nil when the metadata is not ours.
  init?(offset: Int64, metadata: String) {
    let parts = metadata.split(separator: " ")
    guard parts.count == 4, parts[0] == "v1", let last = Int64(parts[1]), let mark = Int64(parts[2]) else { return nil }
    self.init(tick: offset, lastID: last, mark: mark, system: String(parts[3]))
  }
}
