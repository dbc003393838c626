/// Reads answers of a mail server out of bytes as they come, within limits.
struct SMTPReplyParser: Sendable {
  /// RFC 5321 §4.5.3.1.5 asks for 512; servers write longer greetings.
  static let longestLine = 2_048
  static let mostLines = 100

  /// What came is no answer.
  struct Malformed: Error, Equatable {}

  private var line: [UInt8] = []
  private var lines: [String] = []
  private var code: Int?

  /// Whether no answer has begun.
  var isEmpty: Bool { line.isEmpty && lines.isEmpty }

  /// - Returns: the answers that ended in these bytes.
  mutating func read(_ bytes: some Sequence<UInt8>) throws(Malformed) -> [SMTPReply] {
    var replies: [SMTPReply] = []
    for byte in bytes {
      guard byte == UInt8(ascii: "\n") else {
        guard line.count < SMTPReplyParser.longestLine else { throw Malformed() }
        line.append(byte)
        continue
      }
      if line.last == UInt8(ascii: "\r") { line.removeLast() }
      if let reply = try end(line) { replies.append(reply) }
      line = []
    }
    return replies
  }

  /// Takes a line; an answer when it was the last one: `250-…` goes on, `250 …` and `250` end.
  private mutating func end(_ line: [UInt8]) throws(Malformed) -> SMTPReply? {
    guard line.count >= 3, line.prefix(3).allSatisfy({ 0x30...0x39 ~= $0 }),
      let number = Int(String(decoding: line.prefix(3), as: UTF8.self)), 200...599 ~= number,
      code == nil || code == number, lines.count < SMTPReplyParser.mostLines
    else { throw Malformed() }
    let mark = line.count > 3 ? line[3] : UInt8(ascii: " ")
    guard mark == UInt8(ascii: " ") || mark == UInt8(ascii: "-") else { throw Malformed() }
    code = number
    lines.append(String(decoding: line.dropFirst(4), as: UTF8.self))
    guard mark == UInt8(ascii: " ") else { return nil }
    defer { (code, lines) = (nil, []) }
    return SMTPReply(code: number, lines: lines)
  }
}
