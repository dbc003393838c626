internal import Kafka

/// The headers of a record as one value: how the outbox and the dead letters keep them.
///
/// For each header: the length of the name, the name, the length of the value plus one (zero for null), the value;
/// lengths are 32-bit big-endian. Null and empty stay apart, as they do on the wire.
enum HeaderBlock {
  static func encode(_ headers: [KafkaHeader]) -> [UInt8] {
    var block: [UInt8] = []
    block.reserveCapacity(headers.reduce(0) { $0 + $1.name.utf8.count + ($1.value?.count ?? 0) + 8 })
    for header in headers {
      append(header.name.utf8.count, to: &block)
      block.append(contentsOf: header.name.utf8)
      append(header.value.map { $0.count + 1 } ?? 0, to: &block)
      if let value = header.value { block.append(contentsOf: value) }
    }
    return block
  }

  /// - Returns: nil when the block is damaged.
  static func decode(_ block: [UInt8]) -> [KafkaHeader]? {
    var headers: [KafkaHeader] = []
    headers.reserveCapacity(12)
    var rest = block[...]
    while !rest.isEmpty {
      guard let length = takeLength(&rest), rest.count >= length else { return nil }
      let name = String(decoding: rest.prefix(length), as: UTF8.self)
      rest = rest.dropFirst(length)
      guard let marked = takeLength(&rest), rest.count >= marked - 1 else { return nil }
      headers.append(KafkaHeader(name, marked == 0 ? nil : Array(rest.prefix(marked - 1))))
      rest = rest.dropFirst(max(0, marked - 1))
    }
    return headers
  }

  static func append(_ length: Int, to block: inout [UInt8]) {
    let number = UInt32(truncatingIfNeeded: length)
    block.append(UInt8(truncatingIfNeeded: number >> 24))
    block.append(UInt8(truncatingIfNeeded: number >> 16))
    block.append(UInt8(truncatingIfNeeded: number >> 8))
    block.append(UInt8(truncatingIfNeeded: number))
  }

  static func takeLength(_ rest: inout ArraySlice<UInt8>) -> Int? {
    guard rest.count >= 4 else { return nil }
    let length = rest.prefix(4).reduce(0) { $0 << 8 | Int($1) }
    rest = rest.dropFirst(4)
    return length
  }
}
