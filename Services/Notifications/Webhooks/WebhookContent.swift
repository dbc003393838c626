import Contracts

/// An event as a request carries it: what is signed is the body, whichever the mode.
struct WebhookContent: Sendable {
  static let structuredType = "application/cloudevents+json; charset=utf-8"

  let headers: [(name: String, value: String)]
  let body: [UInt8]

  /// - Parameter event: in structured JSON, as deliveries keep it.
  init(event: [UInt8], mode: ContentMode) throws(ContractViolation) {
    switch mode {
    case .structured:
      headers = [("content-type", Self.structuredType)]
      body = event
    case .binary:
      let decoded = try CloudEventCodec.decode(
        value: event, headers: [("content-type", Array(Self.structuredType.utf8))])
      (headers, body) = CloudEventCodec.encodeHTTPBinary(decoded)
    }
  }
}
