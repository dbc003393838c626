/// Reads fixed-width decimal fields from ASCII.
struct DigitReader {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var position = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  var isAtEnd: Bool { position == bytes.count }

  /// Exactly `width` digits, or nil.
  mutating func number(_ width: Int) -> Int? {
    guard position + width <= bytes.count else { return nil }
    var value = 0
    for index in position..<(position + width) {
      guard Byte.zero...Byte.nine ~= bytes[index] else { return nil }
      value = value * 10 + Int(bytes[index] - Byte.zero)
    }
    position += width
    return value
  }

  /// One or more digits of a fraction, as millionths; nil when there is none.
  mutating func micros() -> Int? {
    let start = position
    var value = 0
    while position < bytes.count, Byte.zero...Byte.nine ~= bytes[position] {
      if position - start < 6 { value = value * 10 + Int(bytes[position] - Byte.zero) }
      position += 1
    }
    guard position > start else { return nil }
    for _ in 0..<max(0, 6 - (position - start)) { value *= 10 }
    return value
  }

  /// True, and moved on, when the next byte is `scalar`.
  mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard position < bytes.count, bytes[position] == UInt8(ascii: scalar) else { return false }
    position += 1
    return true
  }
}
