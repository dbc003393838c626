/// The `traceparent` of W3C Trace Context, level 1.
public struct TraceParent: Sendable, Equatable, CustomStringConvertible {
  /// 32 lower-case hexadecimal digits, not all zero.
  public let traceID: String
  /// 16 lower-case hexadecimal digits, not all zero.
  public let parentID: String
  /// Bit 0 is "sampled".
  public let flags: UInt8

  init(traceID: String, parentID: String, flags: UInt8) {
    self.traceID = traceID
    self.parentID = parentID
    self.flags = flags
  }

  /// Parses `00-<trace>-<parent>-<flags>`; nil for malformed text, and for version `ff`.
  public init?(_ text: String) {
    let bytes = Array(text.utf8.prefix(56))
    guard bytes.count == 55, bytes[2] == Byte.minus, bytes[35] == Byte.minus, bytes[52] == Byte.minus else {
      return nil
    }
    func isField(_ range: Range<Int>) -> Bool {
      bytes[range].allSatisfy { Byte.hexadecimalDigit($0) != nil && !(UInt8(ascii: "A")...UInt8(ascii: "F") ~= $0) }
    }
    guard isField(0..<2), isField(3..<35), isField(36..<52), isField(53..<55), bytes[0...1] != [0x66, 0x66],
      bytes[3..<35].contains(where: { $0 != Byte.zero }), bytes[36..<52].contains(where: { $0 != Byte.zero }),
      let flags = UInt8(String(decoding: bytes[53..<55], as: UTF8.self), radix: 16)
    else { return nil }
    traceID = String(decoding: bytes[3..<35], as: UTF8.self)
    parentID = String(decoding: bytes[36..<52], as: UTF8.self)
    self.flags = flags
  }

  public var description: String {
    "00-\(traceID)-\(parentID)-\(flags < 16 ? "0" : "")\(String(flags, radix: 16))"
  }
}
