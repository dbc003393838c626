import Testing

@testable import Notifications

@Suite("Webhook secrets")
struct WebhookSecretTests {
  @Test func `the signature is the one of the Standard Webhooks specification`() throws {
    let secret = try #require(WebhookSecret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"))
    let signature = secret.signature(
      id: "msg_p5jXN8AQM9LWM0D4loKWxJek", timestamp: 1_614_265_330, body: Array(#"{"test": 2432232314}"#.utf8))
    #expect(signature == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=")
  }

  @Test func `every part of what is signed counts`() throws {
    let secret = WebhookSecret()
    let signature = secret.signature(id: "a", timestamp: 1, body: [1])
    #expect(signature != secret.signature(id: "b", timestamp: 1, body: [1]))
    #expect(signature != secret.signature(id: "a", timestamp: 2, body: [1]))
    #expect(signature != secret.signature(id: "a", timestamp: 1, body: [2]))
    #expect(signature != WebhookSecret().signature(id: "a", timestamp: 1, body: [1]))
    #expect(try #require(WebhookSecret(secret.text)).signature(id: "a", timestamp: 1, body: [1]) == signature)
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
