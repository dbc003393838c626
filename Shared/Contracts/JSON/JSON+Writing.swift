extension JSON {
  /// The value as compact JSON in UTF-8.
  public var bytes: [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(512)
    write(into: &output)
    return output
  }

  /// The value as compact JSON text.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Appends the value as compact JSON in UTF-8: no white space, nothing escaped that need not be.
  public func write(into output: inout [UInt8]) {
    switch self {
    case .null: output.append(contentsOf: "null".utf8)
    case .bool(let value): output.append(contentsOf: (value ? "true" : "false").utf8)
    case .number(let text): output.append(contentsOf: text.utf8)
    case .string(let text): Self.write(text, into: &output)
    case .array(let elements):
      output.append(Byte.openBracket)
      for (index, element) in elements.enumerated() {
        if index > 0 { output.append(Byte.comma) }
        element.write(into: &output)
      }
      output.append(Byte.closeBracket)
    case .object(let object):
      output.append(Byte.openBrace)
      for (index, member) in object.members.enumerated() {
        if index > 0 { output.append(Byte.comma) }
        Self.write(member.name, into: &output)
        output.append(Byte.colon)
        member.value.write(into: &output)
      }
      output.append(Byte.closeBrace)
    }
  }

  private static func write(_ text: String, into output: inout [UInt8]) {
    output.append(Byte.quote)
    var text = text
    text.withUTF8 { bytes in
      var runStart = 0
      for index in 0..<bytes.count {
        let byte = bytes[index]
        guard byte < 0x20 || byte == Byte.quote || byte == Byte.backslash else { continue }
        output.append(contentsOf: bytes[runStart..<index])
        writeEscape(of: byte, into: &output)
        runStart = index + 1
      }
      output.append(contentsOf: bytes[runStart..<bytes.count])
    }
    output.append(Byte.quote)
  }

  private static func writeEscape(of byte: UInt8, into output: inout [UInt8]) {
    output.append(Byte.backslash)
    switch byte {
    case Byte.quote, Byte.backslash: output.append(byte)
    case 0x08: output.append(UInt8(ascii: "b"))
    case 0x09: output.append(UInt8(ascii: "t"))
    case 0x0A: output.append(UInt8(ascii: "n"))
    case 0x0C: output.append(UInt8(ascii: "f"))
    case 0x0D: output.append(UInt8(ascii: "r"))
    default:
      output.append(contentsOf: "u00".utf8)
      output.append(Byte.hexadecimal(byte >> 4))
      output.append(Byte.hexadecimal(byte & 0x0F))
    }
  }
}
