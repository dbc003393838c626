/// A mailbox as SMTP takes it (RFC 5321 §4.1.2), in ASCII: nothing that could end a command or begin another.
struct MailAddress: Sendable, Equatable {
  static let limit = 254

  let text: String
  var domain: Substring { text[text.index(after: text.lastIndex(of: "@") ?? text.startIndex)...] }

  /// - Returns: nil for what is no mailbox of this form; quoted names and those beyond ASCII are none.
  init?(_ text: String) {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, text.utf8.count <= MailAddress.limit, Self.isLocal(parts[0]), Self.isDomain(parts[1]) else {
      return nil
    }
    self.text = text
  }

  /// A dot-atom (RFC 5322 §3.2.3).
  private static func isLocal(_ part: Substring) -> Bool {
    guard 1...64 ~= part.utf8.count, !part.hasPrefix("."), !part.hasSuffix("."), !part.contains("..") else {
      return false
    }
    return part.utf8.allSatisfy { isLetterOrDigit($0) || "!#$%&'*+-/=?^_`{|}~.".utf8.contains($0) }
  }

  private static func isDomain(_ part: Substring) -> Bool {
    let labels = part.split(separator: ".", omittingEmptySubsequences: false)
    return labels.allSatisfy { label in
      1...63 ~= label.utf8.count && !label.hasPrefix("-") && !label.hasSuffix("-")
        && label.utf8.allSatisfy { isLetterOrDigit($0) || $0 == UInt8(ascii: "-") }
    }
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    0x30...0x39 ~= byte || 0x41...0x5A ~= byte || 0x61...0x7A ~= byte
  }
}
