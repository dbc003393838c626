import Testing

@testable import Messaging

@Suite("Shards of the outbox")
struct OutboxShardsTests {
  /// The vectors are those by which Kafka's Java client tests its own hash.
  @Test(
    "the hash is the one that chooses partitions",
    arguments: [
      ("21", -973_932_308), ("foobar", -790_332_482), ("a-little-bit-long-string", -985_981_536),
      ("a-little-bit-longer-string", -1_486_304_829), ("abc", 479_470_107),
      ("lkjh234lh9fiuh90y23oiuhsafujhadof229phr9h19h89h8", -58_897_971),
    ])
  func vectors(_ text: String, _ expected: Int32) {
    var text = text
    #expect(text.withUTF8 { Murmur2.hash($0) } == UInt32(bitPattern: expected))
  }

  @Test("all keys of a partition share a shard when the shards divide the partitions; every shard has keys")
  func partitions() {
    let shards = OutboxShards(count: 4)
    var seen: [UInt32: Set<Int16>] = [:]
    for number in 0..<1000 {
      var key = "key-\(number) 污水"
      let shard = shards.shard(of: key)
      seen[key.withUTF8 { (Murmur2.hash($0) & 0x7FFF_FFFF) % 12 }, default: []].insert(shard)
    }
    #expect(seen.count == 12)
    #expect(seen.values.allSatisfy { $0.count == 1 })
    #expect(seen.values.reduce(into: Set<Int16>()) { $0.formUnion($1) } == [0, 1, 2, 3])
  }
}
