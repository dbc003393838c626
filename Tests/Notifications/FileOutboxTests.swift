import Contracts
import Crypto
import FoundationEssentials
import Support
import Testing

@testable import Notifications

@Suite("The file outbox")
struct FileOutboxTests {
  private func message(name: String = "title", address: String = "13800138000") -> OutgoingMessage {
    OutgoingMessage(
      draft: Fixtures.message(sealed: []), channel: .sms, address: address,
      content: RenderedMessage(language: .chinese, title: name, text: "您好"))
  }

  @Test func `a message is one file for the owner alone, whole, and the proof is the hash of its bytes`() async throws {
    try await TemporaryDirectory.with { directory in
      let outbox = try FileOutbox(directory: directory.path + "/deep/er")
      let receipt = try await outbox.send(message())
      let files = try FileManager.default.contentsOfDirectory(atPath: directory.path + "/deep/er")
      #expect(files == ["contact-1-\(Fixtures.message(sealed: []).id.lowercased).txt"])
      let path = directory.path + "/deep/er/" + (files.first ?? "")
      let attributes = try FileManager.default.attributesOfItem(atPath: path)
      #expect((attributes[.posixPermissions] as? Int ?? 0) & 0o777 == 0o600)
      let bytes = Array(try Data(contentsOf: URL(filePath: path)))
      #expect(receipt.proof == "file:\(files.first ?? "")")
      #expect(receipt.sha256 == SHA256.hash(data: bytes).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined())
      #expect(String(decoding: bytes, as: UTF8.self).hasSuffix("\n\n您好\n"))
    }
  }

  @Test func `sent again it replaces itself, with the same proof`() async throws {
    try await TemporaryDirectory.with { directory in
      let outbox = try FileOutbox(directory: directory.path)
      let first = try await outbox.send(message())
      #expect(try await outbox.send(message()) == first)
      #expect(try FileManager.default.contentsOfDirectory(atPath: directory.path).count == 1)
    }
  }

  @Test func `a line break in a name makes no line of its own`() throws {
    let lines = String(
      decoding: FileOutbox.bytes(of: message(name: "a\nTo: you", address: "b\r\nBcc: c")), as: UTF8.self
    ).split(separator: "\n", omittingEmptySubsequences: false).prefix { !$0.isEmpty }
    #expect(lines.count == 7 && lines.first == "To: b Bcc: c")
  }

  @Test func `a directory that goes away is a failure that may pass, and says nothing of the message`() async throws {
    let path = try await TemporaryDirectory.with { $0.path }
    let outbox = try FileOutbox(directory: path)
    try FileManager.default.removeItem(atPath: path)
    let error = await #expect(throws: ChannelError.self) { try await outbox.send(message()) }
    #expect(error == ChannelError("directory-missing"))
    #expect(throws: ChannelError.self) { try FileOutbox(directory: "/dev/null/nowhere") }
  }
}
