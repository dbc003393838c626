internal import FoundationEssentials
internal import Kafka

/// A Kafka record as one value: what is sealed into a dead letter, and read back for a redrive.
enum RecordArchive {
  private static let version: [UInt8] = [0, 0, 0, 1]

  static func encode(_ message: KafkaMessage) -> [UInt8] {
    var archive: [UInt8] = []
    archive.reserveCapacity((message.value?.count ?? 0) + (message.key?.count ?? 0) + 256)
    let timestamp = message.timestamp.map { Int64(($0.timeIntervalSince1970 * 1000).rounded()) }
    archive.append(contentsOf: version)
    archive.append(
      contentsOf: KafkaHeaderBlock([
        KafkaHeader("key", message.key),
        KafkaHeader("value", message.value),
        KafkaHeader("timestamp", timestamp.map { Array(String($0).utf8) }),
        KafkaHeader("headers", KafkaHeaderBlock(message.headers).bytes),
      ]).bytes)
    return archive
  }

  /// - Returns: nil when the archive is damaged or of a later form.
  static func decode(_ archive: [UInt8], topic: String, partition: Int32, offset: Int64) -> KafkaMessage? {
    guard archive.starts(with: version),
      let parts = KafkaHeaderBlock(validating: Array(archive.dropFirst(version.count)))?.headers, parts.count == 4,
      let headers = KafkaHeaderBlock(validating: parts[3].value ?? [])?.headers
    else { return nil }
    let milliseconds = parts[2].value.flatMap { Int64(String(decoding: $0, as: UTF8.self)) }
    return KafkaMessage(
      topic: topic, partition: partition, offset: offset,
      timestamp: milliseconds.map { Date(timeIntervalSince1970: Double($0) / 1000) },
      key: parts[0].value, value: parts[1].value, headers: headers)
  }
}
