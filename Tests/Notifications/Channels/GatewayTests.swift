import Contracts
import FoundationEssentials
import Support
import Testing

@testable import Notifications

@Suite("An HTTP gateway that configuration describes")
struct GatewayTests {
  private func message(_ text: String = "您好:\n\"请\"查收 & <看>") -> OutgoingMessage {
    OutgoingMessage(
      draft: Fixtures.message(sealed: []), channel: .sms, address: "13800138000",
      content: RenderedMessage(language: .chinese, title: "标题", text: text))
  }

  private func description(_ gateway: HostileGateway, _ path: String, _ more: JSONObject = [:]) throws
    -> GatewayDescription
  {
    var object: JSONObject = [
      "url": .string("\(gateway.address)\(path)"),
      "headers": ["authorization": "Bearer s3cret", "x-request-id": "{{id}}"],
      "body": #"{"to":"{{address}}","text":"{{text}}","sign":"{{unknown}}"}"#, "receipt": "data.0.msgid",
      "success": ["field": "code", "equals": ["0"]], "timeoutSeconds": 20,
    ]
    for member in more.members { object[member.name] = member.value }
    return try GatewayDescription(JSON.object(object).text, allowsPlain: true)
  }

  private func send(_ gateway: GatewayDescription, _ message: OutgoingMessage? = nil) async -> Result<
    ChannelReceipt, ChannelError
  > {
    do throws(ChannelError) {
      let channel: GatewayChannel
      do { channel = try GatewayChannel(gateway) } catch { throw ChannelError("no-channel") }
      return .success(try await channel.send(message ?? self.message()))
    } catch {
      return .failure(error)
    }
  }

  @Test func `what is filled in stays a value, in JSON, in a form and in XML`() async throws {
    try await HostileGateway.with { gateway in
      let receipt = try await send(description(gateway, "/good")).get()
      #expect(receipt.proof == "gateway:M-77" && receipt.sha256.utf8.count == 64)
      let request = try #require(gateway.requests.first)
      let body = try JSON(parsing: request.body)
      #expect(body["to"]?.string == "13800138000" && body["text"]?.string == message().content.text)
      #expect(body["sign"]?.string == "")
      #expect(request.headers["x-request-id"] == message().id.lowercased)
      let form = try description(
        gateway, "/good?to={{address}}", ["body": "text={{text}}&title={{title}}", "encoding": "form", "method": "PUT"])
      _ = try await send(form).get()
      let sent = gateway.requests[1]
      #expect(sent.path == "/good?to=13800138000" && sent.method == "PUT")
      #expect(String(decoding: sent.body, as: UTF8.self).hasPrefix("text=%E6%82%A8%E5%A5%BD%3A%0A%22%E8%AF%B7"))
      #expect(GatewayEncoding.xml.write(#"<a b="c">&'"#) == "&lt;a b=&quot;c&quot;&gt;&amp;&apos;")
      #expect(GatewayTemplate.fill("{{a}}{{ b }}{{c", ["a": "{{b}}", "b": "x"], encoding: .xml) == "{{b}}x{{c")
    }
  }

  @Test func `a gateway fails in every way, and each has its word and says whether to come again`() async throws {
    try await HostileGateway.with { (gateway: HostileGateway) async throws in
      func failure(_ path: String, _ more: JSONObject = [:]) async throws -> ChannelError? {
        if case .failure(let error) = await send(try description(gateway, path, more)) { error } else { nil }
      }
      #expect(try await failure("/500") == ChannelError("gateway-status-500"))
      #expect(try await failure("/429") == ChannelError("gateway-status-429", retryAfter: .seconds(77)))
      #expect(try await failure("/400") == ChannelError("gateway-status-400", isFinal: true))
      #expect(try await failure("/redirect") == ChannelError("gateway-status-302", isFinal: true))
      #expect(try await failure("/hang", ["timeoutSeconds": 2]) == ChannelError("gateway-timeout"))
      #expect(try await failure("/trickle", ["timeoutSeconds": 2]) == ChannelError("gateway-timeout"))
      let cut = try await failure("/half-close")
      #expect(["gateway-closed", "gateway-no-connection"].contains(cut?.code) && cut?.isFinal == false)
      #expect(try await failure("/huge") == ChannelError("gateway-answer-too-large"))
      #expect(try await failure("/garbage") == ChannelError("gateway-no-connection"))
      #expect(try await failure("/code") == ChannelError("gateway-code-1009"))
      let final: JSONObject = ["final": ["field": "code", "equals": [1009]]]
      #expect(try await failure("/code", final) == ChannelError("gateway-code-1009", isFinal: true))
      // Neither an address nor words get on record, whatever the gateway puts into its code.
      #expect(try await failure("/quotes") == ChannelError("gateway-code-none"))
      #expect(try await failure("/no-json") == ChannelError("gateway-code-none"))
      #expect(gateway.requests.filter { $0.path == "/redirected" }.isEmpty)
    }
    let away = HostileGateway.nobody
    var nobody = JSONObject()
    nobody.set("url", "http://127.0.0.1:\(away)/")
    let refused = await send(try GatewayDescription(JSON.object(nobody).text, allowsPlain: true))
    #expect(refused == .failure(ChannelError("gateway-no-connection")))
  }

  @Test func `a certificate that nobody signed is not believed, one that is trusted is`() async throws {
    try await MailServer.with(.tls) { server in
      var object = JSONObject()
      object.set("url", "https://localhost:\(server.port)/")
      object.set("timeoutSeconds", 20)
      let untrusted = try GatewayDescription(JSON.object(object).text, allowsPlain: false)
      #expect(await send(untrusted) == .failure(ChannelError("gateway-tls")))
      object.set("trustedFile", server.certificate)
      // The encryption stands; what then answers is a mail server, and no gateway.
      let trusted = await send(try GatewayDescription(JSON.object(object).text, allowsPlain: false))
      #expect(trusted != .failure(ChannelError("gateway-tls")))
      guard case .failure = trusted else {
        Issue.record("a mail server is no gateway")
        return
      }
    }
  }

  @Test func `a token is had once, kept, and had anew when it is not taken any more`() async throws {
    try await HostileGateway.with { gateway in
      let token: JSONObject = [
        "token": [
          "url": .string("\(gateway.address)/token"), "method": "GET", "field": "access_token",
          "lifeField": "expires_in", "expired": ["field": "code", "equals": ["40001"]],
        ]
      ]
      let channel = try GatewayChannel(try description(gateway, "/with-token?access_token={{token}}", token))
      for _ in 0..<3 { _ = try await channel.send(message()) }
      #expect(gateway.requests.filter { $0.path == "/token" }.count == 1)
      gateway.revoke()
      _ = try await channel.send(message())
      #expect(gateway.requests.filter { $0.path == "/token" }.count == 2)
    }
  }

  @Test func `a description that is wrong is refused with its field, and without its values`() throws {
    func field(_ json: JSON, plain: Bool = false) -> String? {
      do throws(ContractViolation) {
        _ = try GatewayDescription(json.text, allowsPlain: plain)
        return nil
      } catch {
        #expect(!"\(error)".contains("s3cret"))
        return error.field
      }
    }
    #expect(field(["headers": ["authorization": "s3cret"]]) == "gateway.url")
    #expect(field(["url": "http://gateway.test/s3cret"]) == "gateway.url")
    #expect(field(["url": "http://gateway.test/"], plain: true) == nil)
    #expect(field(["url": "https://gateway.test/", "method": "BREW"]) == "gateway.method")
    #expect(field(["url": "https://gateway.test/", "encoding": "cbor"]) == "gateway.encoding")
    #expect(field(["url": "https://gateway.test/", "success": ["statuses": [700]]]) == "gateway.success.statuses")
    #expect(field(["url": "https://gateway.test/", "success": ["field": "code"]]) == "gateway.success.equals")
    #expect(field(["url": "https://gateway.test/", "timeoutSeconds": 999]) == "gateway.timeoutSeconds")
    #expect(field(["url": "https://gateway.test/", "token": ["url": "https://t.test/"]]) == "gateway.token.field")
    #expect(throws: ContractViolation.self) { try GatewayDescription("{", allowsPlain: true) }
  }
}
