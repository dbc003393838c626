import Crypto
import Yams

/// Writes a document as canonical JSON: keys sorted by their bytes, every scalar a string, no white space, and only what must
/// be escaped escaped. JSON is YAML, so the bytes can be read again as a pack.
enum PackCanonicalForm {
  static func bytes(of node: Node) -> [UInt8] {
    var bytes: [UInt8] = []
    write(node, to: &bytes)
    return bytes
  }

  static func hash(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    let text = SHA256.hash(data: bytes).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    return String(decoding: text, as: UTF8.self)
  }

  private static func write(_ node: Node, to bytes: inout [UInt8]) {
    if let mapping = node.mapping {
      let fields = mapping.map { (key: $0.scalar?.string ?? "", value: $1) }
        .sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
      bytes.append(UInt8(ascii: "{"))
      for (index, field) in fields.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        write(field.key, to: &bytes)
        bytes.append(UInt8(ascii: ":"))
        write(field.value, to: &bytes)
      }
      bytes.append(UInt8(ascii: "}"))
    } else if let sequence = node.sequence {
      bytes.append(UInt8(ascii: "["))
      for (index, element) in sequence.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        write(element, to: &bytes)
      }
      bytes.append(UInt8(ascii: "]"))
    } else {
      write(node.scalar?.string ?? "", to: &bytes)
    }
  }

  private static func write(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes.append(contentsOf: [UInt8(ascii: "\\"), byte])
      case UInt8(ascii: "\n"): bytes.append(contentsOf: Array("\\n".utf8))
      case UInt8(ascii: "\t"): bytes.append(contentsOf: Array("\\t".utf8))
      case 0..<0x20, 0x7F:
        let digits = String(byte, radix: 16)
        bytes.append(contentsOf: Array(("\\u00" + (byte < 16 ? "0" : "") + digits).utf8))
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
