import Contracts
import Kafka

/// What of the complaints must be handled in order: those of one source and external id.
enum ComplaintOrder {
  /// The key, found without parsing the data: that is done once, later. A sender who writes one external id in two ways
  /// (with escapes and without) loses the order between its own two records and nothing else.
  @Sendable static func key(_ record: KafkaMessage, _ event: CloudEvent?) -> String {
    guard let event else { return "partition \(record.partition) offset \(record.offset)" }
    let externalId =
      switch event.payload {
      case .json(let json): json["externalId"]?.string
      case .bytes(let bytes): scan(bytes)
      case nil: nil as String?
      }
    return "\(event.source) \(externalId ?? "")"
  }

  private static let name = Array("\"externalId\"".utf8)

  /// The text behind the first member of that name. Inside a string its quotes would be escaped, so no words of a
  /// complainant can be taken for it.
  static func scan(_ bytes: [UInt8]) -> String? {
    bytes.withUnsafeBufferPointer { bytes in
      var index = 0
      while index + name.count < bytes.count {
        guard bytes[index] == name[0], bytes[index + 1] == name[1],
          bytes[index..<(index + name.count)].elementsEqual(name)
        else {
          index += 1
          continue
        }
        var start = index + name.count
        while start < bytes.count, bytes[start] != UInt8(ascii: "\"") {
          guard bytes[start] == UInt8(ascii: ":") || bytes[start] <= 0x20 else { return nil }
          start += 1
        }
        guard start < bytes.count else { return nil }
        let value = bytes[(start + 1)...]
        guard let end = value.firstIndex(of: UInt8(ascii: "\"")) else { return nil }
        return String(decoding: value[..<end].prefix(512), as: UTF8.self)
      }
      return nil
    }
  }
}
