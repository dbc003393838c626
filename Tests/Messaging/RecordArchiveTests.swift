import FoundationEssentials
import Kafka
import Testing

@testable import Messaging

@Suite("Records as one value")
struct RecordArchiveTests {
  @Test("key, value, headers and time come back, null and empty apart")
  func roundTrip() {
    let message = KafkaMessage(
      topic: "t", partition: 3, offset: 99, timestamp: Date(timeIntervalSince1970: 1_700_000_000.123), key: nil,
      value: [], headers: [KafkaHeader("a", nil), KafkaHeader("a", []), KafkaHeader("污水", [0, 255])])
    let archive = RecordArchive.encode(message)
    #expect(RecordArchive.decode(archive, topic: "t", partition: 3, offset: 99) == message)
  }

  @Test("a damaged archive is nil, not a crash", arguments: [0, 1, 5, 20, 60])
  func damaged(length: Int) {
    let message = KafkaMessage(
      topic: "t", partition: 0, offset: 0, key: [1, 2, 3], value: Array(repeating: 7, count: 80), headers: [])
    let archive = RecordArchive.encode(message)
    #expect(RecordArchive.decode(Array(archive.prefix(length)), topic: "t", partition: 0, offset: 0) == nil)
  }
}
