import Testing

@testable import Notifications

@Suite("Webhook secrets")
struct WebhookSecretTests {
  @Test func `the signature is the one of the Standard Webhooks specification`() throws {
    let secret = try #require(WebhookSecret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"))
    let header = try WebhookSigner(keys: [.secret(secret)]).header(
      id: "msg_p5jXN8AQM9LWM0D4loKWxJek", timestamp: 1_614_265_330, body: Array(#"{"test": 2432232314}"#.utf8))
    #expect(header == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=")
  }

  @Test func `every part of what is signed counts`() throws {
    let secret = WebhookSecret()
    func header(_ key: WebhookSecret, id: String = "a", timestamp: Int64 = 1, body: [UInt8] = [1]) throws -> String {
      try WebhookSigner(keys: [.secret(key)]).header(id: id, timestamp: timestamp, body: body)
    }
    let signature = try header(secret)
    #expect(try header(secret, id: "b") != signature)
    #expect(try header(secret, timestamp: 2) != signature)
    #expect(try header(secret, body: [2]) != signature)
    #expect(try header(WebhookSecret()) != signature)
    #expect(try header(try #require(WebhookSecret(secret.text))) == signature)
  }

  @Test(arguments: [
    "", "whsec_", "whsec_AAAA", "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "whsec_not base64 at all!!!!!!!!!!!!",
  ])
  func `what is no secret is refused`(text: String) {
    #expect(WebhookSecret(text) == nil)
  }

  @Test func `a secret does not show itself`() {
    let secret = WebhookSecret()
    #expect(!"\(secret)".contains(secret.text.dropFirst(6)))
    #expect(!String(reflecting: secret).contains(secret.text.dropFirst(6)))
  }
}
