/// One attempt to be made at an endpoint.
struct WebhookRequest: Sendable {
  /// The same in every attempt: what the receiver knows repeats by.
  let id: String
  let body: [UInt8]
  /// How many attempts in a row the endpoint has failed before.
  let failures: Int
}
