import Crypto

/// The hash under which the result of a draw is published.
enum DrawDigest {
  /// In hexadecimal, as `sha256sum` prints it.
  static func sha256(_ document: String) -> String {
    let digits = Array("0123456789abcdef".utf8)
    let bytes = SHA256.hash(data: Array(document.utf8)).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    return String(decoding: bytes, as: UTF8.self)
  }
}
