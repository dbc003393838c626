/// Which shard of the outbox an event goes through: by its key, so that what must stay in order shares a relay.
public struct OutboxShards: Sendable {
  /// How many shards there are; fixed by `migrate`, changed only when the outbox is drained.
  public let count: Int

  /// - Parameter count: at least one; a smaller number counts as one.
  public init(count: Int) {
    self.count = max(1, count)
  }

  /// FNV-1a over the key's bytes: the same in every process and version, unlike Swift's own seeded hash.
  func shard(of key: String) -> Int16 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in key.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return Int16(hash % UInt64(count))
  }
}
