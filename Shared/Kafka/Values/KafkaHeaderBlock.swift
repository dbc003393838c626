/// The headers of a record as one run of bytes: how outbox and dead letters keep them, and how a producer takes them
/// without an object for each.
///
/// For each header: the length of the name, the name, the length of the value plus one (zero for null), the value;
/// lengths are 32-bit big-endian. Null and empty stay apart, as they do on the wire.
public struct KafkaHeaderBlock: Sendable, Hashable {
  public private(set) var bytes: [UInt8] = []

  /// No headers.
  public init() {}

  public init(_ headers: [KafkaHeader]) {
    bytes.reserveCapacity(headers.reduce(0) { $0 + $1.name.utf8.count + ($1.value?.count ?? 0) + 8 })
    for header in headers { append(header) }
  }

  /// - Returns: nil when the bytes are no block.
  public init?(validating bytes: [UInt8]) {
    let isWhole = bytes.withUnsafeBytes { bytes in
      var reader = Reader(rest: bytes)
      while !reader.rest.isEmpty { guard reader.next() != nil else { return false } }
      return true
    }
    guard isWhole else { return nil }
    self.bytes = bytes
  }

  public mutating func reserveCapacity(_ count: Int) {
    bytes.reserveCapacity(count)
  }

  public mutating func append(_ header: KafkaHeader) {
    append(header.name.utf8)
    guard let value = header.value else { return append(length: 0) }
    append(length: value.count + 1)
    bytes.append(contentsOf: value)
  }

  /// Appends a header with a text value.
  public mutating func append(_ name: String, text: String) {
    append(name.utf8)
    append(length: text.utf8.count + 1)
    bytes.append(contentsOf: text.utf8)
  }

  /// The headers one by one.
  public var headers: [KafkaHeader] {
    var headers: [KafkaHeader] = []
    forEach { headers.append(KafkaHeader(String(decoding: $0, as: UTF8.self), $1.map(Array.init))) }
    return headers
  }

  /// Names and values in place, valid during the call only.
  func forEach(_ body: (UnsafeRawBufferPointer, UnsafeRawBufferPointer?) -> Void) {
    bytes.withUnsafeBytes { bytes in
      var reader = Reader(rest: bytes)
      while let header = reader.next() { body(header.name, header.value) }
    }
  }

  private mutating func append(_ text: String.UTF8View) {
    append(length: text.count)
    bytes.append(contentsOf: text)
  }

  private mutating func append(length: Int) {
    let number = UInt32(truncatingIfNeeded: length)
    withUnsafeBytes(of: number.bigEndian) { bytes.append(contentsOf: $0) }
  }
}

/// Takes headers from the front of a block.
private struct Reader {
  var rest: UnsafeRawBufferPointer

  mutating func next() -> (name: UnsafeRawBufferPointer, value: UnsafeRawBufferPointer?)? {
    guard let length = takeLength(), let name = take(length), let marked = takeLength() else { return nil }
    guard marked > 0 else { return (name, nil) }
    guard let value = take(marked - 1) else { return nil }
    return (name, value)
  }

  private mutating func takeLength() -> Int? {
    take(4).map { Int(UInt32(bigEndian: $0.loadUnaligned(as: UInt32.self))) }
  }

  private mutating func take(_ count: Int) -> UnsafeRawBufferPointer? {
    guard rest.count >= count else { return nil }
    defer { rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(count)) }
    return UnsafeRawBufferPointer(rebasing: rest.prefix(count))
  }
}
