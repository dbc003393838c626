extension CloudEventCodec {
  /// Writes an event for an HTTP request in binary mode (HTTP protocol binding 1.0.2 §3.1): attributes as `ce-` headers, the
  /// data as the body, its media type as the content type.
  public static func encodeHTTPBinary(_ event: CloudEvent) -> (headers: [(name: String, value: String)], body: [UInt8])
  {
    var headers: [(name: String, value: String)] = []
    headers.reserveCapacity(8 + event.extensions.count)
    forEachBinaryHeader(of: event) { name, value in
      if name.hasPrefix(attributePrefix) {
        headers.append(("ce-" + name.dropFirst(attributePrefix.count), headerValue(value)))
      } else {
        headers.append((name, value))
      }
    }
    return (headers, event.data ?? [])
  }

  /// An attribute as a header's value: what is no printable ASCII, and space, quotation mark and per cent sign, are written
  /// as the percent-encoded bytes of UTF-8 (§3.1.3.2).
  static func headerValue(_ text: String) -> String {
    guard text.utf8.contains(where: { !isPlain($0) }) else { return text }
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      if isPlain(byte) {
        bytes.append(byte)
      } else {
        bytes += [UInt8(ascii: "%"), upperHexadecimal(byte >> 4), upperHexadecimal(byte & 0x0F)]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    0x21...0x7E ~= byte && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "%")
  }

  private static func upperHexadecimal(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
  }
}
