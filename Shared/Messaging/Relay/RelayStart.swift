/// Which position a relay starts from. Pure: the table of `design` decisions, tested row by row.
enum RelayStart: Equatable, Sendable {
  /// Go on behind this tick and id.
  case resume(tick: Int64, lastID: Int64)
  /// Kafka has forgotten the position: look for what the topics' tails hold, from the last known place on.
  case searchTails(tick: Int64, lastID: Int64)
  /// Nothing may be published until an operator has decided.
  case refuse(RelayRefusal)

  /// What the database knows of the shard's ticks.
  struct Ticks: Equatable, Sendable {
    /// The tick from which everything retained is unpublished: the schema's first, or the one after a wiped broker.
    var base: Int64
    var newest: Int64
    /// The mark of the tick that Kafka's position names; nil when the database has no such tick.
    var markAtPosition: Int64?
    var system: String
  }

  /// - Parameters:
  ///   - kafka: the position committed with the last transaction, if Kafka still has it.
  ///   - published: the database's own hint of how far publication had come.
  static func decide(kafka: RelayPosition?, published: (tick: Int64, lastID: Int64)?, ticks: Ticks) -> RelayStart {
    guard let kafka else {
      guard let published else { return .resume(tick: ticks.base, lastID: .max) }
      return .searchTails(tick: published.tick, lastID: published.lastID)
    }
    // A base newer than the position was set after it: the broker lost its data, or an operator recovered.
    guard kafka.tick > ticks.base else { return .resume(tick: ticks.base, lastID: .max) }
    guard kafka.system == ticks.system else { return .refuse(.otherDatabase) }
    guard kafka.tick <= ticks.newest, ticks.markAtPosition == kafka.mark else { return .refuse(.databaseBehind) }
    return .resume(tick: kafka.tick, lastID: kafka.lastID)
  }
}
