/// An answer of a mail server (RFC 5321 §4.2): a code and lines.
struct SMTPReply: Sendable, Equatable {
  let code: Int
  let lines: [String]

  /// The enhanced status code (RFC 3463), such as `5.1.1`; nil without one.
  var enhanced: String? {
    guard let word = lines.first?.split(separator: " ").first else { return nil }
    let parts = word.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 3, parts.allSatisfy({ 1...3 ~= $0.utf8.count && $0.utf8.allSatisfy { 0x30...0x39 ~= $0 } })
    else { return nil }
    return String(word)
  }

  var isPositive: Bool { 200...399 ~= code }

  /// A word for the record: the codes alone, for the text may quote an address.
  var word: String { enhanced.map { "smtp-\(code)-\($0)" } ?? "smtp-\(code)" }

  /// The id under which the server keeps a message it took, from the text behind 250; nil when it says none.
  var queueId: String? {
    let words = lines.joined(separator: " ").split { $0 == " " || $0 == "=" || $0 == "<" || $0 == ">" }.map(String.init)
    guard let mark = words.lastIndex(where: { ["as", "id"].contains($0.lowercased()) }),
      words.indices.contains(mark + 1)
    else { return nil }
    let id = words[mark + 1]
    // What could be an address is none.
    let isPlain = id.utf8.allSatisfy {
      0x30...0x39 ~= $0 || 0x41...0x5A ~= $0 || 0x61...0x7A ~= $0 || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".")
    }
    return isPlain && 4...64 ~= id.utf8.count ? id : nil
  }
}
