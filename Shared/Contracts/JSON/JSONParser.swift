/// A strict RFC 8259 parser over bytes.
///
/// It works on the raw bytes and makes a `String` only from a finished, validated run, since walking Swift characters
/// costs ten times as much and complaints arrive by the ten thousand a second.
struct JSONParser {
  let bytes: UnsafeBufferPointer<UInt8>
  let maximumDepth: Int
  var position = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>, limits: JSONLimits) {
    self.bytes = bytes
    self.maximumDepth = limits.maximumDepth
  }

  /// The one value of the text, with nothing but white space around it.
  mutating func document() throws(JSONError) -> JSON {
    let value = try value(depth: 0)
    skipSpace()
    guard position == bytes.count else { throw JSONError(.trailingBytes, at: position) }
    return value
  }

  private mutating func value(depth: Int) throws(JSONError) -> JSON {
    skipSpace()
    switch try peek() {
    case Byte.quote: return .string(try string())
    case Byte.openBrace: return try object(depth: depth + 1)
    case Byte.openBracket: return try array(depth: depth + 1)
    case Byte.minus, Byte.zero...Byte.nine: return .number(try number())
    case UInt8(ascii: "t"):
      try literal("true")
      return .bool(true)
    case UInt8(ascii: "f"):
      try literal("false")
      return .bool(false)
    case UInt8(ascii: "n"):
      try literal("null")
      return .null
    default: throw JSONError(.unexpectedByte, at: position)
    }
  }

  private mutating func object(depth: Int) throws(JSONError) -> JSON {
    guard depth <= maximumDepth else { throw JSONError(.tooDeep, at: position) }
    position += 1
    var members: [JSONMember] = []
    // Many names are compared through a set: a hostile object of a hundred thousand names must not cost their square.
    var names: Set<String> = []
    skipSpace()
    if try peek() == Byte.closeBrace {
      position += 1
      return .object(JSONObject(distinct: members))
    }
    members.reserveCapacity(10)
    while true {
      skipSpace()
      let start = position
      guard try peek() == Byte.quote else { throw JSONError(.unexpectedByte, at: position) }
      let name = try string()
      if members.count < 16 {
        for member in members where member.name == name { throw JSONError(.duplicateName, at: start) }
      } else {
        if names.isEmpty { names = Set(members.lazy.map(\.name)) }
        guard names.insert(name).inserted else { throw JSONError(.duplicateName, at: start) }
      }
      skipSpace()
      guard try peek() == Byte.colon else { throw JSONError(.unexpectedByte, at: position) }
      position += 1
      members.append(JSONMember(name: name, value: try value(depth: depth)))
      skipSpace()
      let next = try peek()
      guard next == Byte.comma || next == Byte.closeBrace else { throw JSONError(.unexpectedByte, at: position) }
      position += 1
      if next == Byte.closeBrace { return .object(JSONObject(distinct: members)) }
    }
  }

  private mutating func array(depth: Int) throws(JSONError) -> JSON {
    guard depth <= maximumDepth else { throw JSONError(.tooDeep, at: position) }
    position += 1
    var elements: [JSON] = []
    skipSpace()
    if try peek() == Byte.closeBracket {
      position += 1
      return .array(elements)
    }
    while true {
      elements.append(try value(depth: depth))
      skipSpace()
      let next = try peek()
      guard next == Byte.comma || next == Byte.closeBracket else { throw JSONError(.unexpectedByte, at: position) }
      position += 1
      if next == Byte.closeBracket { return .array(elements) }
    }
  }

  private mutating func literal(_ text: StaticString) throws(JSONError) {
    for index in 0..<text.utf8CodeUnitCount {
      guard position < bytes.count else { throw JSONError(.unexpectedEnd, at: position) }
      guard bytes[position] == text.utf8Start[index] else { throw JSONError(.unexpectedByte, at: position) }
      position += 1
    }
  }

  /// The byte at the current position.
  @inline(__always)
  func peek() throws(JSONError) -> UInt8 {
    guard position < bytes.count else { throw JSONError(.unexpectedEnd, at: position) }
    return bytes[position]
  }

  @inline(__always)
  private mutating func skipSpace() {
    while position < bytes.count {
      let byte = bytes[position]
      guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return }
      position += 1
    }
  }

  /// The bytes from `start` up to the current position, as text.
  func text(from start: Int, to end: Int) throws(JSONError) -> String {
    let run = UnsafeBufferPointer(rebasing: bytes[start..<end])
    guard let text = String(validating: run, as: UTF8.self) else {
      throw JSONError(.invalidUTF8, at: start + UTF8Check.firstInvalidOffset(in: run))
    }
    return text
  }
}
