import Kafka
import Testing

@Suite("Round trip")
struct RoundTripTests {
  @Test("null and empty keys, values and headers stay apart, and order and repeats of headers are kept")
  func nullAndEmpty() async throws {
    try await Broker.withTopic(partitions: 1) { settings, topic in
      let records = [
        KafkaRecord(topic: topic, key: nil, value: nil),
        KafkaRecord(topic: topic, key: [], value: []),
        KafkaRecord(
          topic: topic, partition: 0, key: Array("k".utf8), value: [0, 255],
          headers: [
            KafkaHeader("a", nil), KafkaHeader("a", []), KafkaHeader("b", text: "文"), KafkaHeader("a", text: "1"),
          ]),
      ]
      let producer = try KafkaProducer(settings: settings, logger: Broker.logger)
      let deliveries = try await producer.send(records)
      await producer.close()
      #expect(deliveries == (0..<3).map { KafkaDelivery(partition: KafkaPartition(topic, 0), offset: $0) })

      let read = try await Broker.readAll(settings, topic, partitions: 1)
      #expect(read.map(\.key) == records.map(\.key))
      #expect(read.map(\.value) == records.map(\.value))
      #expect(read.map(\.headers) == records.map(\.headers))
      #expect(read.allSatisfy { $0.timestamp != nil })
    }
  }

  @Test("a key goes where the Java client would put it")
  func partitioner() async throws {
    try await Broker.withTopic(partitions: 12) { settings, topic in
      let producer = try KafkaProducer(settings: settings, logger: Broker.logger)
      let keys = ["foobar", "21", "hello"]
      let deliveries = try await producer.send(
        keys.map { KafkaRecord(topic: topic, key: Array($0.utf8), value: []) })
      await producer.close()
      // murmur2 as in org.apache.kafka.common.utils.Utils, masked to a positive number.
      let expected = keys.map { Int32((Self.murmur2(Array($0.utf8)) & 0x7fff_ffff) % 12) }
      #expect(deliveries.map(\.partition.partition) == expected)
    }
  }

  @Test("an unknown partition or topic and a value too large are refused, and the producer goes on")
  func refusals() async throws {
    try await Broker.withTopic(partitions: 1) { settings, topic in
      let producer = try KafkaProducer(
        settings: settings.with(["message.timeout.ms": "2000"]), logger: Broker.logger)
      let headers = [KafkaHeader("h", text: "v")]
      _ = try await producer.send([KafkaRecord(topic: topic, value: [1], headers: headers)])
      for _ in 0..<20 {
        let error = try await #require(throws: KafkaError.self) {
          try await producer.send([KafkaRecord(topic: topic, partition: 7, value: [1], headers: headers)])
        }
        #expect(error.code == .unknownPartition)
      }
      let large = try await #require(throws: KafkaError.self) {
        try await producer.send([
          KafkaRecord(topic: topic, value: [UInt8](repeating: 7, count: 2_000_000), headers: headers)
        ])
      }
      #expect(large.code == .messageTooLarge)
      await #expect(throws: KafkaError.self) {
        try await producer.send([KafkaRecord(topic: topic + ".absent", value: [1], headers: headers)])
      }
      let delivery = try await producer.send([KafkaRecord(topic: topic, value: [2], headers: headers)])
      #expect(delivery.map(\.offset) == [1])
      await producer.close()
      let error = await #expect(throws: KafkaError.self) { try await producer.send([]) }
      #expect(error?.code == .closed)
    }
  }

  private static func murmur2(_ data: [UInt8]) -> UInt32 {
    let m: UInt32 = 0x5bd1_e995
    var h: UInt32 = 0x9747_b28c ^ UInt32(data.count)
    var rest = data[...]
    while rest.count >= 4 {
      var k = rest.prefix(4).reversed().reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
      rest = rest.dropFirst(4)
      k = k &* m
      k ^= k >> 24
      h = (h &* m) ^ (k &* m)
    }
    if !rest.isEmpty {
      h ^= rest.reversed().reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
      h = h &* m
    }
    h ^= h >> 13
    h = h &* m
    return h ^ (h >> 15)
  }
}
