extension JSONParser {
  /// The longest number taken: more digits than any decimal type keeps, fewer than an attack needs.
  static let maximumNumberLength = 128

  /// A number as it is written; the current byte is a digit or a minus sign.
  mutating func number() throws(JSONError) -> String {
    let start = position
    if bytes[position] == Byte.minus { position += 1 }
    let integerStart = position
    try digits(from: start)
    if bytes[integerStart] == Byte.zero, position > integerStart + 1 {
      throw JSONError(.invalidNumber, at: integerStart)
    }
    if position < bytes.count, bytes[position] == UInt8(ascii: ".") {
      position += 1
      try digits(from: start)
    }
    if position < bytes.count, bytes[position] | 0x20 == UInt8(ascii: "e") {
      position += 1
      if position < bytes.count, bytes[position] == Byte.minus || bytes[position] == UInt8(ascii: "+") { position += 1 }
      try digits(from: start)
    }
    guard position - start <= Self.maximumNumberLength else { throw JSONError(.invalidNumber, at: start) }
    return try text(from: start, to: position)
  }

  /// At least one digit.
  private mutating func digits(from start: Int) throws(JSONError) {
    let first = position
    while position < bytes.count, Byte.zero...Byte.nine ~= bytes[position] { position += 1 }
    guard position > first else {
      throw JSONError(position < bytes.count ? .invalidNumber : .unexpectedEnd, at: position)
    }
  }
}
