extension JSONParser {
  /// A string; the current byte is its opening quote.
  mutating func string() throws(JSONError) -> String {
    let start = position + 1
    position = endOfPlainRun(from: start)
    guard position < bytes.count else { throw JSONError(.unexpectedEnd, at: position) }
    if bytes[position] == Byte.quote {
      let text = try text(from: start, to: position)
      position += 1
      return text
    }
    return try escapedString(from: start)
  }

  /// The first byte at or after `start` that ends a run of plain bytes: a quote, a backslash or a control character.
  private func endOfPlainRun(from start: Int) -> Int {
    var index = start
    // Eight bytes at a time: a byte is special when it is below 0x20, or equals a quote or a backslash.
    let ones: UInt64 = 0x0101_0101_0101_0101
    let highs: UInt64 = 0x8080_8080_8080_8080
    while index + 8 <= bytes.count, let base = bytes.baseAddress {
      let word = UInt64(littleEndian: UnsafeRawPointer(base + index).loadUnaligned(as: UInt64.self))
      let quote = word ^ (ones &* UInt64(Byte.quote))
      let backslash = word ^ (ones &* UInt64(Byte.backslash))
      let special =
        ((word &- ones &* 0x20) & ~word) | ((quote &- ones) & ~quote) | ((backslash &- ones) & ~backslash)
      let found = special & highs
      if found != 0 { return index + found.trailingZeroBitCount / 8 }
      index += 8
    }
    while index < bytes.count {
      let byte = bytes[index]
      if byte == Byte.quote || byte == Byte.backslash || byte < 0x20 { return index }
      index += 1
    }
    return index
  }

  /// A string that holds at least one escape, or is broken; the current byte is the first special one.
  private mutating func escapedString(from start: Int) throws(JSONError) -> String {
    var text: [UInt8] = []
    text.reserveCapacity(position - start + 32)
    var runStart = start
    while true {
      text.append(contentsOf: bytes[runStart..<position])
      guard position < bytes.count else { throw JSONError(.unexpectedEnd, at: position) }
      switch bytes[position] {
      case Byte.quote:
        position += 1
        guard let string = String(validating: text, as: UTF8.self) else {
          let run = UnsafeBufferPointer(rebasing: bytes[start..<(position - 1)])
          throw JSONError(.invalidUTF8, at: start + UTF8Check.firstInvalidOffset(in: run))
        }
        return string
      case Byte.backslash: try escape(into: &text)
      default: throw JSONError(.controlCharacter, at: position)
      }
      runStart = position
      position = endOfPlainRun(from: position)
    }
  }

  private mutating func escape(into text: inout [UInt8]) throws(JSONError) {
    let start = position
    position += 1
    let letter = try peek()
    position += 1
    switch letter {
    case Byte.quote, Byte.backslash, UInt8(ascii: "/"): text.append(letter)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "u"): try unicodeEscape(from: start, into: &text)
    default: throw JSONError(.invalidEscape, at: start)
    }
  }

  private mutating func unicodeEscape(from start: Int, into text: inout [UInt8]) throws(JSONError) {
    var scalar = try hexadecimal(from: start)
    if 0xD800...0xDFFF ~= scalar {
      guard scalar < 0xDC00, position + 1 < bytes.count, bytes[position] == Byte.backslash,
        bytes[position + 1] == UInt8(ascii: "u")
      else { throw JSONError(.loneSurrogate, at: start) }
      position += 2
      let low = try hexadecimal(from: start)
      guard 0xDC00...0xDFFF ~= low else { throw JSONError(.loneSurrogate, at: start) }
      scalar = 0x10000 + ((scalar - 0xD800) << 10) + (low - 0xDC00)
    }
    guard let valid = Unicode.Scalar(scalar) else { throw JSONError(.loneSurrogate, at: start) }
    text.append(contentsOf: UTF8.encode(valid) ?? UTF8.encodedReplacementCharacter)
  }

  private mutating func hexadecimal(from start: Int) throws(JSONError) -> UInt32 {
    guard position + 4 <= bytes.count else { throw JSONError(.unexpectedEnd, at: bytes.count) }
    var value: UInt32 = 0
    for byte in bytes[position..<(position + 4)] {
      guard let digit = Byte.hexadecimalDigit(byte) else { throw JSONError(.invalidEscape, at: start) }
      value = value << 4 | UInt32(digit)
    }
    position += 4
    return value
  }
}
