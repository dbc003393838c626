import Contracts
import Crypto
import FoundationEssentials
import Messaging
import Postgres
import Sealing
import ServiceKit
import Support
import Testing

@testable import Notifications

@Suite("Messages to petitioners")
struct MessageTests {
  @Test func `a contact is made, proven and told, and leaves nothing personal behind`() async throws {
    try await TemporaryDirectory.with { directory in
      try await Office.with { office in
        try await office.take([Fixtures.message(sealed: try office.seal())])
        try await office.take([Fixtures.message(sealed: try office.seal())])
        let worker = try office.messageWorker(try FileOutbox(directory: directory.path))
        #expect(try await worker.sendDue() == 1)
        #expect(try await worker.sendDue() == 0)

        let files = try directory.files()
        let file = try #require(files.first)
        #expect(files.count == 1)
        let text = String(decoding: file.value, as: UTF8.self)
        #expect(text.contains("侯先生") && text.contains("To: 13800138000") && text.contains("K7M2Q9XD"))

        let told = try await office.told()
        let event = try NotificationDelivered(json: try #require(told.first).data)
        #expect(told.count == 1 && told.first?.type == "ecoredress.notification.delivered.v1")
        #expect(
          event.contact == 1 && event.petitionId == Fixtures.petition && event.channel == .sms && event.attempts == 1)
        #expect(
          event.proofSha256
            == SHA256.hash(data: file.value).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined())
        let headers = try await office.pool.query("select headers from outbox", as: [UInt8].self)
        #expect(headers.allSatisfy { String(decoding: $0, as: UTF8.self).contains("complaint-1") })

        #expect(try await office.count("select count(*) from message where sealed is not null") == 0)
        #expect(try await office.count("select count(*) from audit where action = 'notification.delivered'") == 1)
        let everything = try await Everything.text(of: office) + office.logged.value.joined()
        for secret in Fixtures.secrets { #expect(!everything.contains(secret), "\(secret) was left behind") }
        // The search is no blind one: what may be there is found.
        #expect(everything.contains("360482-24-000017"))
      }
    }
  }

  @Test func `what fails is tried again by the schedule, then given up and told`() async throws {
    try await Office.with { office in
      let channel = StubbornChannel(failing: Array(repeating: ChannelError("gateway-away"), count: 9))
      let worker = try office.messageWorker(channel)
      try await office.take([Fixtures.message(sealed: try office.seal())])
      for attempt in 1...3 {
        #expect(try await worker.sendDue() == 1)
        #expect(try await office.told().count == (attempt == 3 ? 1 : 0))
        try await office.hurry()
      }
      #expect(try await worker.sendDue() == 0)
      let event = try NotificationFailed(json: try #require(try await office.told().first).data)
      #expect(
        event.reason == .unreachable && event.attempts == 3 && event.detail == "gateway-away" && event.contact == 1)
    }
  }

  @Test func `a failure that passes delays and no more`() async throws {
    try await Office.with { office in
      let channel = StubbornChannel(failing: [ChannelError("gateway-away")])
      let worker = try office.messageWorker(channel, schedule: RetrySchedule(waits: [.seconds(60)]))
      try await office.take([Fixtures.message(sealed: try office.seal())])
      #expect(try await worker.sendDue() == 1)
      #expect(try await worker.sendDue() == 0)
      try await office.hurry()
      #expect(try await worker.sendDue() == 1)
      #expect(try NotificationDelivered(json: try #require(try await office.told().first).data).attempts == 2)
    }
  }

  @Test func `the contacts of a petition keep their order, others do not wait`() async throws {
    try await Office.with { office in
      let other = EventIdentity.petition(source: "/hotline/12369", externalId: "JJ-2")
      let channel = StubbornChannel(failing: [ChannelError("gateway-away")])
      let worker = try office.messageWorker(channel, schedule: RetrySchedule(waits: [.seconds(60)]))
      try await office.take([Fixtures.message(contact: 1, sealed: try office.seal())])
      #expect(try await worker.sendDue() == 1)
      try await office.take([
        Fixtures.message(contact: 2, sealed: try office.seal()),
        Fixtures.message(contact: 3, sealed: try office.seal()),
        Fixtures.message(contact: 1, petition: other, sealed: try office.seal(petition: other)),
      ])
      while try await worker.sendDue() > 0 {}
      #expect(channel.sent.value.map(\.draft.petitionId) == [other])
      try await office.hurry()
      while try await worker.sendDue() > 0 {}
      let own = channel.sent.value.filter { $0.draft.petitionId == Fixtures.petition }
      #expect(own.map(\.draft.contact) == [1, 2, 3])
      let sequences = try await office.pool.query(
        "select sequence from message_subject order by sequence", as: Int64.self)
      #expect(sequences == [2, 6])
    }
  }

  @Test func `what cannot be opened, is unknown, too late, or reaches nobody is told at once with its reason`()
    async throws
  {
    try await Office.with { office in
      func petition(_ number: Int) -> UUID { EventIdentity.petition(source: "/x", externalId: "\(number)") }
      let channel = StubbornChannel(failing: [])
      let worker = try office.messageWorker(channel)
      try await office.take([
        // Sealed for another petition: an envelope copied to a stranger's case.
        Fixtures.message(petition: petition(1), sealed: try office.seal(petition: petition(9))),
        Fixtures.message(petition: petition(2), template: "nothing", sealed: try office.seal(petition: petition(2))),
        Fixtures.message(
          petition: petition(3), sealed: try office.seal(petition: petition(3)),
          expiresAt: Date(timeIntervalSince1970: 0)),
        Fixtures.message(
          petition: petition(4), channels: [.email], sealed: try office.seal([:], petition: petition(4))),
        Fixtures.message(petition: petition(5), sealed: [1, 2, 3]),
      ])
      #expect(try await worker.sendDue() == 5)
      let told = try await office.told()
      let reasons = try Dictionary(
        uniqueKeysWithValues: told.map { ($0.key, try NotificationFailed(json: $0.data).reason) })
      #expect(
        reasons == [
          petition(1).lowercased: .unreadable, petition(2).lowercased: .rejected, petition(3).lowercased: .expired,
          petition(4).lowercased: .noContactData, petition(5).lowercased: .unreadable,
        ])
      #expect(channel.sent.value.isEmpty)
    }
  }

  @Test func `the first channel that reaches the person is taken`() async throws {
    try await Office.with { office in
      let channel = StubbornChannel(failing: [])
      try await office.take([
        Fixtures.message(channels: [.sms, .email], sealed: try office.seal(["email": "hou@example.com"]))
      ])
      #expect(try await office.messageWorker(channel).sendDue() == 1)
      #expect(channel.sent.value.map(\.channel) == [.email])
    }
  }

  @Test func `without the key a message waits for the schedule, since the key may be missing by mistake`() async throws
  {
    try await Office.with { office in
      let channel = StubbornChannel(failing: [])
      try await office.take([Fixtures.message(sealed: try office.seal())])
      let stranger = Opener(keys: [SealingPrivateKey.generate(id: "another")])
      #expect(try await office.messageWorker(channel, opener: stranger).sendDue() == 1)
      #expect(try await office.told().isEmpty)
      try await office.hurry()
      #expect(try await office.messageWorker(channel).sendDue() == 1)
      #expect(try await office.told().count == 1)
    }
  }

  @Test
  func
    `what a worker has is nobody else's; when it dies another sends with the same id, and the dead one's word is ignored`()
    async throws
  {
    try await Office.with { office in
      try await office.take([Fixtures.message(sealed: try office.seal())])
      let dead = UUID()
      let taken = try await MessageStore.claim(places: [.sms: 10], lease: dead, pool: office.pool)
      let channel = StubbornChannel(failing: [])
      let worker = try office.messageWorker(channel)
      #expect(taken.count == 1)
      #expect(try await worker.sendDue() == 0)
      try await office.pool.execute("update message set leased_until = now() - interval '1 second'")
      #expect(try await worker.sendDue() == 1)
      #expect(channel.sent.value.map(\.id) == taken.map(\.id))
      let late = MessageResult(taken[0], end: .failed(.unreachable))
      let own = try await office.runner.run {
        try await SettleMessages()([late], lease: dead, policy: Fixtures.messagePolicy, work: $0)
      }
      #expect(own.isEmpty)
      #expect(try await office.told().map(\.type) == ["ecoredress.notification.delivered.v1"])
    }
  }
}
