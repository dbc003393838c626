import Contracts
import FoundationEssentials
import Messaging
import Postgres
import ServiceKit
import Support
import Testing

@testable import Notifications

@Suite("Channels one after the other")
struct CourseTests {
  @Test func `a channel is tried by the short schedule while another follows, the last by the long one`() {
    var policy = Fixtures.messagePolicy
    policy.schedule = RetrySchedule(waits: [.seconds(5), .seconds(300)])
    policy.beforeNext = RetrySchedule(waits: [.seconds(30)])
    var course = MessageCourse(channels: [.sms, .email])
    course.tried()
    #expect(course.step(after: ChannelError("away"), policy: policy, jitter: 0) == .retry(.seconds(30)))
    course.tried()
    #expect(course.step(after: ChannelError("away"), policy: policy, jitter: 0) == .fallThrough)
    course.fallThrough()
    #expect(course.channel == .email && course.channelAttempts == 0 && course.attempts == 2)
    course.tried()
    #expect(course.step(after: ChannelError("away"), policy: policy, jitter: 0) == .retry(.seconds(5)))
    #expect(
      course.step(after: ChannelError("busy", retryAfter: .seconds(60)), policy: policy, jitter: 0)
        == .retry(.seconds(60)))
    #expect(course.step(after: ChannelError("no", isFinal: true), policy: policy, jitter: 0) == .giveUp)
    course.fallThrough()
    #expect(course.channel == nil && course.next == nil)
  }

  @Test func `a call follows a short message, and the rules say in which order`() {
    let policy = Fixtures.messagePolicy
    #expect(policy.order([.email, .sms]) == [.sms, .phone, .email])
    #expect(policy.order([.letter]) == [.letter])
    #expect(policy.order([.wechat, .letter]) == [.letter, .wechat])
  }

  @Test func `the escalation's last wait stands for all that follow`() {
    #expect(Fixtures.messagePolicy.escalationWait(after: 0) == .seconds(1800))
    #expect(Fixtures.messagePolicy.escalationWait(after: 9) == .seconds(7200))
  }

  @Test func `the rules of the country can be read`() throws {
    let rules = try Fixtures.ruleBook().rules(at: Date(timeIntervalSince1970: 1_750_000_000))
    let policy = try MessagePolicy(rules)
    #expect(policy.petitionerOrder.first == .sms && policy.order([.sms]) == [.sms, .phone])
    #expect(!policy.beforeNext.waits.isEmpty && policy.handAttempts > 0)
  }

  @Test func `what is urgent and what is held back stand in lines of their own`() {
    let now = Date(timeIntervalSince1970: 1_700_000_000)
    var draft = Fixtures.note()
    let ordinary = draft.line(at: now)
    draft.urgency = .urgent
    #expect(draft.line(at: now) != ordinary)
    draft.urgency = .legal
    #expect(draft.line(at: now) == ordinary)
    draft.notBefore = now.addingTimeInterval(60)
    let held = draft.line(at: now)
    #expect(held != ordinary)
    draft.urgency = .ordinary
    #expect(draft.line(at: now) == held)
    draft.notBefore = now
    #expect(draft.line(at: now) == ordinary)
  }

  @Test func `a message falls from channel to channel, every attempt is on record, and each fall is told`() async throws
  {
    try await Office.with { office in
      let sms = StubbornChannel(failing: Array(repeating: ChannelError("gateway-away"), count: 9))
      let mail = StubbornChannel(failing: [ChannelError("smtp-550-5.1.1", isFinal: true)])
      let letter = StubbornChannel(failing: [])
      let worker = try office.messageWorker(ChannelTable([.sms: sms, .email: mail, .letter: letter]))
      try await office.take([
        Fixtures.message(channels: [.sms, .wechat, .email, .letter], sealed: try office.seal())
      ])
      for _ in 0..<5 {
        _ = try await worker.sendDue()
        try await office.hurry()
      }
      #expect(letter.sent.value.count == 1)
      let attempts = try await office.pool.query(
        "select channel, outcome, failure from message_attempt order by number", as: (String, String, String?).self)
      #expect(attempts.map(\.0) == ["sms", "sms", "wechat", "email", "letter"])
      #expect(attempts.map(\.1) == ["failed", "failed", "skipped", "refused", "delivered"])
      let told = try await office.told()
      #expect(
        told.map(\.type).map { $0.split(separator: ".")[2] }
          == ["channel-failed", "channel-failed", "channel-failed", "delivered"])
      let falls = try told.dropLast().map { try NotificationChannelFailed(json: $0.data) }
      #expect(falls.map(\.channel) == [.sms, .wechat, .email] && falls.map(\.next) == [.wechat, .email, .letter])
      let event = try NotificationDelivered(json: try #require(told.last).data)
      #expect(event.channel == .letter && event.attempts == 4 && event.contact == 1)
      let ids = try await office.pool.query("select event_id from outbox", as: UUID.self)
      #expect(Set(ids).count == ids.count)
    }
  }

  @Test func `a channel that hangs delays no other`() async throws {
    try await Office.with { office in
      let sms = SlowChannel()
      let mail = StubbornChannel(failing: [])
      let worker = try office.messageWorker(ChannelTable([.sms: sms, .email: mail]))
      for number in 0..<4 {
        let one = EventIdentity.petition(source: "/x", externalId: "s\(number)")
        let two = EventIdentity.petition(source: "/x", externalId: "m\(number)")
        try await office.take([
          Fixtures.message(petition: one, channels: [.sms], sealed: try office.seal(petition: one)),
          Fixtures.message(petition: two, channels: [.email], sealed: try office.seal(petition: two)),
        ])
      }
      let running = Task { try await worker.run() }
      #expect(
        try await eventually {
          try await office.count("select count(*) from message where status = 'delivered' and channel = 'email'") == 4
        })
      // It has two places, and takes no more than them.
      #expect(try await office.count("select count(*) from message where lease is not null") == 2)
      running.cancel()
      sms.letGo()
      try await running.value
    }
  }

  @Test func `what is held back waits for its instant, and keeps its order`() async throws {
    try await Office.with { office in
      let channel = StubbornChannel(failing: [])
      let worker = try office.messageWorker(channel)
      let later = office.runner.now.addingTimeInterval(3600)
      var first = Fixtures.message(contact: 1, sealed: try office.seal())
      var second = Fixtures.message(contact: 2, sealed: try office.seal())
      first.notBefore = later
      second.notBefore = later
      try await office.take([first, second, Fixtures.message(contact: 3, sealed: try office.seal())])
      while try await worker.sendDue() > 0 {}
      #expect(channel.sent.value.map(\.draft.contact) == [3])
      let timers = try await office.pool.query(
        "select kind, subject from timer where kind like 'message.%'", as: (String, String).self)
      #expect(timers.map(\.0) == [MessageStore.releaseTimer])
      try await office.fire(timers.map { ($0.0, $0.1) })
      while try await worker.sendDue() > 0 {}
      #expect(channel.sent.value.map(\.draft.contact) == [3, 1, 2])
    }
  }

  @Test func `what no channel of the installation carries waits, and nothing is lost`() async throws {
    try await Office.with { office in
      try await office.take([Fixtures.message(channels: [.wechat], sealed: try office.seal())])
      #expect(try await office.messageWorker(ChannelTable([:])).sendDue() == 1)
      #expect(try await office.told().isEmpty)
      #expect(try await office.count("select count(*) from message_attempt") == 0)
      try await office.hurry()
      let channel = StubbornChannel(failing: [])
      #expect(try await office.messageWorker(ChannelTable([.sms: channel])).sendDue() == 1)
      #expect(try await office.told().isEmpty)
    }
  }
}
