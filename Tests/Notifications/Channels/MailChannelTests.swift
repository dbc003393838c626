import Contracts
import FoundationEssentials
import Support
import Testing

@testable import Notifications

@Suite("E-mail to a real mail server")
struct MailChannelTests {
  private func message(
    _ address: String = "hou@example.test", name: String? = "侯先生", html: String? = nil, contact: Int = 1
  )
    -> OutgoingMessage
  {
    OutgoingMessage(
      draft: Fixtures.message(contact: contact, sealed: []), channel: .email, address: address, name: name,
      content: RenderedMessage(
        language: .chinese, title: "信访事项已收到(360482-24-000017),我们将按照规定的期限办理并且告知您处理结果", text: "您好:\n.一个点\n再见", html: html)
    )
  }

  @Test(arguments: [SMTPServer.Security.startTLS, .tls])
  func `a mail goes encrypted and signed in, to one addressee, with an id that stays the same`(
    _ security: SMTPServer.Security
  ) async throws {
    try await MailServer.with(security) { server in
      let channel = try MailChannel(try server.settings(security))
      let receipt = try await channel.send(message(html: "<p>您好</p>"))
      _ = try await channel.send(message(html: "<p>您好</p>"))
      #expect(receipt.proof == "smtp:4Qx9K2aB7c")
      #expect(try await eventually { server.mails.count == 2 })
      let mail = server.mails[0]
      #expect(mail.isEncrypted && mail.user == "notices" && mail.to == ["hou@example.test"])
      #expect(mail.header("Message-ID") == server.mails[1].header("Message-ID"))
      #expect(mail.header("Message-ID") == "<\(Fixtures.message(sealed: []).id.lowercased)@bureau.test>")
      #expect(mail.texts == ["您好:\n.一个点\n再见", "<p>您好</p>"])
      #expect(mail.header("To")?.hasSuffix("<hou@example.test>") == true)
      #expect(mail.data.split(separator: "\r\n").allSatisfy { $0.utf8.count <= 998 })
      // The second went over the connection of the first.
      #expect(server.mails[0].peer == server.mails[1].peer)
    }
  }

  @Test func `what the server refuses is told by its codes, and never by its words`() async throws {
    try await MailServer.with { server in
      let channel = try MailChannel(try server.settings())
      func failure(_ address: String) async -> ChannelError? {
        do throws(ChannelError) {
          _ = try await channel.send(message(address))
          return nil
        } catch {
          return error
        }
      }
      #expect(await failure("unknown@example.test") == ChannelError("smtp-550-5.1.1", isFinal: true))
      #expect(await failure("busy@example.test") == ChannelError("smtp-450-4.2.1"))
      #expect(await failure("spam@example.test") == ChannelError("smtp-554-5.7.1", isFinal: true))
      #expect(await failure("drop@example.test") == ChannelError("smtp-closed"))
      #expect(await failure("two words@example.test") == ChannelError("address-malformed", isFinal: true))
      #expect(await failure("a@b.test>\r\nRCPT TO:<c@d.test") == ChannelError("address-malformed", isFinal: true))
      #expect(await failure("侯@example.test") == ChannelError("address-malformed", isFinal: true))
      // Whatever went wrong before, the next message gets through.
      #expect(await failure("hou@example.test") == nil)
    }
  }

  @Test func `a server that hangs is left when the time is over`() async throws {
    try await MailServer.with { server in
      let channel = try MailChannel(try server.settings(timeout: .seconds(2)))
      await #expect(throws: ChannelError("smtp-timeout")) { try await channel.send(message("hang@example.test")) }
    }
  }

  @Test func `nothing is said without encryption, to a stranger, or with a wrong password`() async throws {
    try await MailServer.with(.none) { server in
      let channel = try MailChannel(try server.settings(.startTLS))
      await #expect(throws: ChannelError("smtp-no-starttls")) { try await channel.send(message()) }
      #expect(server.mails.isEmpty)
      // Where an operator wants it so, mail goes in the open; nobody signs in then.
      let open = try MailChannel(try server.settings(.none, password: nil))
      _ = try await open.send(message(name: nil))
      #expect(try await eventually { server.mails.map(\.isEncrypted) == [false] })
    }
    try await MailServer.with { server in
      let stranger = try MailChannel(try server.settings(isTrusted: false))
      await #expect(throws: ChannelError("smtp-tls")) { try await stranger.send(message()) }
      let wrong = try MailChannel(try server.settings(password: "wrong"))
      await #expect(throws: ChannelError("smtp-sign-in-535")) { try await wrong.send(message()) }
      #expect(server.mails.isEmpty)
    }
  }

  @Test func `a connection that the other side closed meanwhile costs nothing`() async throws {
    try await MailServer.with { server in
      let channel = try MailChannel(try server.settings())
      _ = try await channel.send(message())
      await #expect(throws: ChannelError.self) { try await channel.send(message("drop@example.test")) }
      _ = try await channel.send(message(contact: 2))
      #expect(try await eventually { server.mails.count == 2 })
      try await server.stop()
      await #expect(throws: ChannelError("smtp-no-connection")) { try await channel.send(message()) }
    }
  }

  @Test func `long names and subjects are cut at characters, and end no line of a header`() {
    let text = String(repeating: "生态环境🌳", count: 40) + "\r\nBcc: x@y.test"
    let encoded = MailText.encoded(text)
    let words = encoded.split(separator: "\r\n ")
    #expect(words.allSatisfy { $0.utf8.count <= 75 && $0.hasPrefix("=?UTF-8?B?") && $0.hasSuffix("?=") })
    let decoded = words.compactMap { Data(base64Encoded: String($0.dropFirst(10).dropLast(2))) }
    #expect(decoded.allSatisfy { String(validating: $0, as: UTF8.self) != nil })
    #expect(!encoded.contains("Bcc"))
    #expect(MailText.date(Date(timeIntervalSince1970: 1_764_149_405)) == "Wed, 26 Nov 2025 17:30:05 +0800")
  }

  @Test func `answers are read in pieces, and what is no answer ends the conversation`() throws {
    var parser = SMTPReplyParser()
    #expect(try parser.read(Array("250-mail.test\r\n25".utf8)).isEmpty && !parser.isEmpty)
    let replies = try parser.read(Array("0 SIZE 1\r\n354 go\n".utf8))
    #expect(replies == [SMTPReply(code: 250, lines: ["mail.test", "SIZE 1"]), SMTPReply(code: 354, lines: ["go"])])
    for wrong in ["hello\r\n", "25\r\n", "250-a\r\n251 b\r\n", "250xa\r\n", "199 a\r\n"] {
      var parser = SMTPReplyParser()
      #expect(throws: SMTPReplyParser.Malformed.self) { try parser.read(Array(wrong.utf8)) }
    }
    var long = SMTPReplyParser()
    #expect(throws: SMTPReplyParser.Malformed.self) {
      try long.read(Array(repeating: UInt8(ascii: "2"), count: SMTPReplyParser.longestLine + 1))
    }
    var many = SMTPReplyParser()
    #expect(throws: SMTPReplyParser.Malformed.self) {
      try many.read(Array(String(repeating: "250-a\r\n", count: SMTPReplyParser.mostLines + 1).utf8))
    }
    #expect(SMTPReply(code: 250, lines: ["2.0.0 Ok: queued as 4Qx9K2aB7c"]).queueId == "4Qx9K2aB7c")
    #expect(SMTPReply(code: 250, lines: ["OK id=1abc-00Df-2"]).queueId == "1abc-00Df-2")
    #expect(SMTPReply(code: 250, lines: ["accepted as hou@example.com"]).queueId == nil)
  }
}
