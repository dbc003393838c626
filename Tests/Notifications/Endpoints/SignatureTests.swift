import Contracts
import FoundationEssentials
import Messaging
import Postgres
import Testing

@testable import Notifications

@Suite("Signatures, by others' implementations")
struct SignatureTests {
  private func rotate(
    _ office: Office, _ id: UUID, _ scheme: SignatureScheme, overlap: Duration
  ) async throws -> WebhookKey {
    try await office.runner.run { work in
      _ = try await SubscriptionStore.lock(id, on: work.connection)
      return try await office.application.agencies.rotateKey(
        scheme, of: id, overlap: overlap, by: Caller(subject: "water-bureau", requestId: "r", traceParent: nil),
        work: work
      ).key
    }
  }

  @Test func `v1 is accepted as it is, and refused when anything of it is changed`() async throws {
    try await Receiver.with { receiver in
      try await Office.with { office in
        let (_, key) = try await office.subscribe(receiver.url())
        try await office.announce([Fixtures.event("1")])
        _ = try await office.webhookWorker().visitAll()
        let genuine = try #require(receiver.requests().first)
        #expect(try await Verifier.accepts(genuine, secret: key.text))
        #expect(try await Verifier.accepts(genuine, secret: WebhookSecret().text) == false)
        var headers = genuine.headers
        headers["webhook-id"] = UUID().lowercased
        #expect(try await Verifier.accepts(genuine.with(headers: headers), secret: key.text) == false)
        headers = genuine.headers
        headers["webhook-timestamp"] = genuine.headers["webhook-timestamp"].flatMap { Int($0) }.map { "\($0 - 1)" }
        #expect(try await Verifier.accepts(genuine.with(headers: headers), secret: key.text) == false)
        #expect(
          try await Verifier.accepts(genuine.with(body: Array(#"{"data":{}}"#.utf8)), secret: key.text) == false)
      }
    }
  }

  @Test func `across a change of secret, old and new are accepted while both sign, and then the new alone`()
    async throws
  {
    try await Receiver.with { receiver in
      try await Office.with { office in
        let (id, old) = try await office.subscribe(receiver.url(), settings: EndpointSettings(order: .subject))
        let worker = try office.webhookWorker()
        func next(_ name: String) async throws -> Receiver.Request {
          try await office.announce([Fixtures.event(name)])
          _ = try await worker.visitAll()
          return try #require(receiver.requests().last { $0.event == name })
        }
        let before = try await next("before")
        let new = try await rotate(office, id, .v1, overlap: .seconds(3_600))
        let during = try await next("during")
        try await office.pool.execute("update endpoint_key set ends_at = now() where ends_at is not null")
        let after = try await next("after")
        let known = try await Verifier.accepts(before, secret: old.text)
        #expect(known)
        #expect(try await Verifier.accepts(before, secret: new.text) == false)
        #expect(try await Verifier.accepts(during, secret: old.text))
        #expect(try await Verifier.accepts(during, secret: new.text))
        #expect(during.headers["webhook-signature"]?.split(separator: " ").count == 2)
        #expect(try await Verifier.accepts(after, secret: old.text) == false)
        #expect(try await Verifier.accepts(after, secret: new.text))
        // One that has become known ends at once.
        let newest = try await rotate(office, id, .v1, overlap: .zero)
        let last = try await next("last")
        #expect(try await Verifier.accepts(last, secret: new.text) == false)
        #expect(try await Verifier.accepts(last, secret: newest.text))
      }
    }
  }

  @Test func `v1a is accepted by OpenSSL, refused when it is changed, and changes with an overlap too`() async throws {
    try await Receiver.with { receiver in
      try await Office.with { office in
        let (id, old) = try await office.subscribe(receiver.url(), schemes: [.v1a])
        let worker = try office.webhookWorker()
        try await office.announce([Fixtures.event("1")])
        _ = try await worker.visitAll()
        let genuine = try #require(receiver.requests().first)
        #expect(genuine.headers["webhook-signature"]?.hasPrefix("v1a,") == true)
        #expect(old.receiverText.hasPrefix("whpk_"))
        #expect(try await Verifier.accepts(genuine, publicKey: old.receiverText))
        #expect(try await Verifier.accepts(genuine.with(body: [0x7B, 0x7D]), publicKey: old.receiverText) == false)
        let new = try await rotate(office, id, .v1a, overlap: .seconds(60))
        try await office.announce([Fixtures.event("2")])
        _ = try await worker.visitAll()
        let during = try #require(receiver.requests().last)
        #expect(try await Verifier.accepts(during, publicKey: old.receiverText))
        #expect(try await Verifier.accepts(during, publicKey: new.receiverText))
        #expect(try await Verifier.accepts(genuine, publicKey: new.receiverText) == false)
        // Beside it a secret, for a receiver whose library knows nothing else.
        let secret = try await rotate(office, id, .v1, overlap: .zero)
        try await office.announce([Fixtures.event("3")])
        _ = try await worker.visitAll()
        let both = try #require(receiver.requests().last)
        #expect(try await Verifier.accepts(both, secret: secret.text))
        #expect(try await Verifier.accepts(both, publicKey: new.receiverText))
        let everything = try await Everything.text(of: office)
        #expect(everything.contains(new.receiverText) && !everything.contains(new.text))
      }
    }
  }

  @Test func `no more keys than a few sign at once, and the last cannot end`() async throws {
    try await Office.with { office in
      let (id, _) = try await office.subscribe("http://127.0.0.1:9/hook")
      for _ in 1..<RotateKey.limit { _ = try await rotate(office, id, .v1, overlap: .seconds(60)) }
      await #expect(throws: EndpointError.tooManyKeys(limit: RotateKey.limit)) {
        try await rotate(office, id, .v1, overlap: .seconds(60))
      }
      _ = try await rotate(office, id, .v1, overlap: .zero)
      let keys = try await office.runner.read { try await EndpointKeyStore.list(id, on: $0) }
      let last = try #require(keys.first { $0.endsAt == nil })
      let caller = Caller(subject: "water-bureau", requestId: "r", traceParent: nil)
      await #expect(throws: EndpointError.lastKey) {
        try await office.runner.run { work in
          try await office.application.agencies.endKey(last.id, of: id, by: caller, work: work)
        }
      }
      #expect(try await office.runner.read { try await EndpointKeyStore.signing(id, on: $0) }.count == 1)
    }
  }
}
