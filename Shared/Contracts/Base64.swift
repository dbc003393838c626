import FoundationEssentials

/// Base64 with padding (RFC 4648 §4).
enum Base64 {
  /// The bytes of a text, or nil when it is not Base64; line breaks are not tolerated.
  static func decode(_ text: String) -> [UInt8]? { Data(base64Encoded: text).map(Array.init) }

  /// The text of bytes.
  static func encode(_ bytes: [UInt8]) -> String { Data(bytes).base64EncodedString() }
}
