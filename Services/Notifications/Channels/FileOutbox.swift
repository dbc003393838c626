import Contracts
import FoundationEssentials
import Glibc

/// The channel of a stack without gateways: every message becomes a file that a person can look at.
///
/// A file appears whole or not at all (written beside, then renamed), is readable for the service's user alone (0600),
/// and is named by the message's id: sent again, the same message replaces itself.
struct FileOutbox: Channel {
  private let directory: String

  /// - Throws: `not-writable` when the directory cannot be made or is no directory.
  init(directory: String) throws(ChannelError) {
    self.directory = directory
    do {
      try FileManager.default.createDirectory(
        atPath: directory, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw ChannelError("not-writable")
    }
    guard access(directory, W_OK | X_OK) == 0 else { throw ChannelError("not-writable") }
  }

  func send(_ message: OutgoingMessage) async throws(ChannelError) -> ChannelReceipt {
    let name = "\(message.draft.contact.map { "contact-\($0)" } ?? "message")-\(message.id.lowercased).txt"
    let bytes = FileOutbox.bytes(of: message)
    try write(bytes, to: name)
    return ChannelReceipt(proof: "file:\(name)", bytes: bytes)
  }

  /// The file: a few lines as in an e-mail, an empty line, the text. Nothing in it changes when it is sent again, so that
  /// the proof stays the same.
  static func bytes(of message: OutgoingMessage) -> [UInt8] {
    var lines = [
      "To: \(oneLine(message.address))", "Channel: \(message.channel.rawValue)",
      "Subject: \(oneLine(message.content.title))", "Message-Id: \(message.id.lowercased)",
    ]
    if let petition = message.draft.petitionId, let contact = message.draft.contact {
      lines += ["Petition-Id: \(petition.lowercased)", "Contact: \(contact)"]
    } else {
      lines.append("About: \(oneLine(message.draft.subject))")
    }
    lines.append("Content-Language: \(message.content.language.rawValue)")
    return Array((lines.joined(separator: "\n") + "\n\n" + message.content.text + "\n").utf8)
  }

  /// A name with a line break in it must not become a line of its own.
  private static func oneLine(_ text: String) -> String {
    String(text.map { $0.isNewline ? " " : $0 })
  }

  private func write(_ bytes: [UInt8], to name: String) throws(ChannelError) {
    let path = "\(directory)/\(name)"
    let beside = "\(directory)/.\(name).\(getpid()).new"
    let file = open(beside, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw ChannelError(FileOutbox.word(errno)) }
    var failure: Int32 = 0
    var written = 0
    while written < bytes.count, failure == 0 {
      let count = bytes[written...].withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if count > 0 { written += count } else if errno != EINTR { failure = errno }
    }
    // The proof is told to others: what it proves must survive a crash of the machine.
    if failure == 0, fsync(file) != 0 { failure = errno }
    if close(file) != 0, failure == 0 { failure = errno }
    if failure == 0, rename(beside, path) != 0 { failure = errno }
    guard failure == 0 else {
      unlink(beside)
      throw ChannelError(FileOutbox.word(failure))
    }
  }

  private static func word(_ number: Int32) -> String {
    switch number {
    case ENOSPC, EDQUOT: "disk-full"
    case EACCES, EPERM, EROFS: "not-writable"
    case ENOENT: "directory-missing"
    default: "file-error-\(number)"
    }
  }
}
