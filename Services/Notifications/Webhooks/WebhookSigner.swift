/// Signs deliveries with every key that has not ended, so that a receiver may change from one to the next in its own
/// time: the header `webhook-signature` names them one after the other (Standard Webhooks 1.0.0).
struct WebhookSigner: Sendable {
  /// Nothing leaves without a signature.
  struct NoKey: Error {}

  let keys: [WebhookKey]

  /// The header of a message.
  /// - Parameter timestamp: seconds since 1970, as `webhook-timestamp` says.
  func header(id: String, timestamp: Int64, body: [UInt8]) throws -> String {
    guard !keys.isEmpty else { throw NoKey() }
    let content = Array("\(id).\(timestamp).".utf8) + body
    return try keys.map { try $0.signature(of: content) }.joined(separator: " ")
  }
}
