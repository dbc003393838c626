import Crypto

/// The one way in which draws hash: texts with a line feed after each, none of which holds one.
enum DrawHash {
  static func sha256(_ lines: [String]) -> [UInt8] {
    var hash = SHA256()
    for line in lines {
      hash.update(data: Array(line.utf8))
      hash.update(data: [UInt8(ascii: "\n")])
    }
    return Array(hash.finalize())
  }

  static func hexadecimal(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }

  /// Whether a text can stand on a line of its own.
  static func isOneLine(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F }
  }
}
