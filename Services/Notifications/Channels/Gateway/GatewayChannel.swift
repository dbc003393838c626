import Contracts
import FoundationEssentials

/// Short messages, calls by machine and messenger messages through an HTTP gateway that configuration describes.
struct GatewayChannel: Channel {
  private let gateway: GatewayDescription
  private let transport: GatewayTransport
  private let token: GatewayToken?

  /// - Throws: when a certificate cannot be read.
  init(_ gateway: GatewayDescription) throws {
    self.gateway = gateway
    let transport = try GatewayTransport(trustedFile: gateway.trustedFile, timeout: gateway.timeout)
    self.transport = transport
    token = gateway.token.map { GatewayToken($0, transport: transport, timeout: gateway.timeout) }
  }

  var places: Int { gateway.places }

  func send(_ message: OutgoingMessage) async throws(ChannelError) -> ChannelReceipt {
    var values = [
      "id": message.id.lowercased, "address": message.address, "title": message.content.title,
      "text": message.content.text, "language": message.content.language.rawValue,
      "template": message.draft.template,
    ]
    let word = try await token?.text()
    values["token"] = word
    var answer = try await transport.exchange(gateway.call, values, timeout: gateway.timeout)
    if let token, let word, let expired = gateway.token?.expired, answer.meets(expired) {
      await token.forget(word)
      values["token"] = try await token.text()
      answer = try await transport.exchange(gateway.call, values, timeout: gateway.timeout)
    }
    let receipt = try answer.receipt(gateway, address: message.address)
    // The token is no part of what was said.
    values["token"] = ""
    let sent = GatewayTemplate.fill(gateway.call.body ?? gateway.call.url, values, encoding: gateway.call.encoding)
    return ChannelReceipt(proof: "gateway:\(receipt)", bytes: Array(sent.utf8))
  }
}
