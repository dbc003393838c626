/// Which shard of the outbox an event goes through: by its key, so that what must stay in order shares a relay.
///
/// The hash is the one by which producers choose a partition. With a count that divides the number of partitions (the
/// defaults are 2 and 12) each relay then writes to partitions of its own: a Kafka transaction costs a request, a batch
/// and a marker for every partition it touches, and touches half as many.
public struct OutboxShards: Sendable {
  /// How many shards there are; fixed by `migrate`, changed only when the outbox is drained.
  public let count: Int

  /// - Parameter count: at least one; a smaller number counts as one.
  public init(count: Int) {
    self.count = max(1, count)
  }

  /// The shard of a key: the same in every process and version, unlike Swift's own seeded hash.
  func shard(of key: String) -> Int16 {
    var key = key
    return key.withUTF8 { Int16(Int(Murmur2.hash($0) & 0x7FFF_FFFF) % count) }
  }
}
