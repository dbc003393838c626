import Contracts
import FoundationEssentials
import Messaging
import Postgres
import Support
import Testing

@testable import Notifications

@Suite("Webhooks")
struct WebhookTests {
  private func deliverAll(_ worker: WebhookWorker) async throws {
    while try await worker.visitAll() > 0 {}
  }

  @Test func `an event arrives as a CloudEvent, signed, under an id of its own`() async throws {
    try await Receiver.with { receiver in
      try await Office.with { office in
        // By name: the connection is made to the address that was looked at, the name stays in the request.
        let (id, key) = try await office.subscribe(receiver.url(host: "localhost"), colours: [.red])
        try await office.announce([Fixtures.event("1"), Fixtures.event("2", colour: .green)])
        try await office.announce([Fixtures.event("1")])
        try await deliverAll(try office.webhookWorker())
        let request = try #require(receiver.requests().first)
        #expect(receiver.requests().count == 1)
        #expect(request.isSigned(with: key.text))
        #expect(request.headers["content-type"]?.hasPrefix("application/cloudevents+json") == true)
        #expect(request.headers["host"] == "localhost:\(receiver.port)")
        #expect(
          abs((request.headers["webhook-timestamp"].flatMap { Double($0) } ?? 0) - Date().timeIntervalSince1970) < 60)
        let event = try CloudEventCodec.decode(value: request.body, headers: [])
        #expect(event.id == "1" && event.type == .colourChanged && event.region == "360482" && event.colour == .red)
        let statistics = try await office.runner.read { try await office.application.findSubscription(id, on: $0) }?.1
        #expect(statistics?.delivered == 1 && statistics?.pending == 0 && statistics?.lastStatus == 204)
      }
    }
  }

  @Test func `what fails is tried again under the same id, and the next of its subject waits while others go`()
    async throws
  {
    try await Receiver.with({ request, before in
      .init(status: request.event == "a1" && before < 2 ? 500 : 200)
    }) { receiver in
      try await Office.with { office in
        _ = try await office.subscribe(receiver.url(), settings: EndpointSettings(order: .subject))
        try await office.announce([
          Fixtures.event("a1", subject: "a"), Fixtures.event("a2", subject: "a"), Fixtures.event("b1", subject: "b"),
          Fixtures.event("a3", subject: "a"), Fixtures.event("b2", subject: "b"),
        ])
        let worker = try office.webhookWorker()
        try await deliverAll(worker)
        #expect(receiver.requests().map(\.event).filter { $0.hasPrefix("b") } == ["b1", "b2"])
        #expect(!receiver.requests().contains { $0.event == "a2" })
        for _ in 0..<2 {
          try await office.hurry()
          try await deliverAll(worker)
        }
        let a = receiver.requests().filter { $0.event.hasPrefix("a") }
        #expect(a.map(\.event) == ["a1", "a1", "a1", "a2", "a3"])
        #expect(Set(a.prefix(3).map { $0.headers["webhook-id"] }).count == 1)
        #expect(Set(receiver.requests().map { $0.headers["webhook-id"] }).count == 5)
        #expect(try await office.count("select count(*) from delivery where status = 'delivered'") == 5)
      }
    }
  }

  @Test func `after the last attempt it is marked, counted, and the next of its subject goes`() async throws {
    try await Receiver.with({ request, _ in .init(status: request.event == "1" ? 503 : 200) }) { receiver in
      try await Office.with { office in
        let (id, _) = try await office.subscribe(receiver.url(), settings: EndpointSettings(order: .subject))
        try await office.announce([Fixtures.event("1"), Fixtures.event("2")])
        let worker = try office.webhookWorker()
        for _ in 0..<4 {
          try await deliverAll(worker)
          try await office.hurry()
        }
        #expect(receiver.requests().map(\.event) == ["1", "1", "1", "2"])
        let found = try #require(
          try await office.runner.read { try await office.application.findSubscription(id, on: $0) })
        #expect(found.1.exhausted == 1 && found.1.failed == 3 && found.1.delivered == 1 && found.1.pending == 0)
        #expect(found.1.failingSince == nil && found.0.status == .approved)
      }
    }
  }

  @Test func `410 switches the endpoint off and tells so; switched on again, what waited is delivered`() async throws {
    try await Receiver.with({ request, before in .init(status: request.event == "1" && before == 0 ? 410 : 200) }) {
      receiver in
      try await Office.with { office in
        let (id, _) = try await office.subscribe(receiver.url(), settings: EndpointSettings(concurrency: 1))
        try await office.announce([Fixtures.event("1"), Fixtures.event("2", subject: "another")])
        let worker = try office.webhookWorker()
        try await deliverAll(worker)
        #expect(receiver.requests().count == 1)
        let told = try #require(try await office.told().first)
        let event = try EndpointDisabled(json: told.data)
        #expect(event.reason == "gone" && event.agency == "water-bureau" && event.endpointId == id.lowercased)
        // Its owner hears of it by another channel.
        let message = try await office.pool.query(
          "select template, addressee, audience, subject from message", as: (String, String?, String, String).self)
        #expect(message.map(\.0) == ["endpoint-disabled"] && message.first?.1 == "water-bureau")
        #expect(message.first?.2 == "agency" && message.first?.3 == id.lowercased)
        // While it is off, nothing is collected for it.
        try await office.announce([Fixtures.event("3")])
        try await office.hurry()
        try await deliverAll(worker)
        #expect(receiver.requests().count == 1)
        #expect(try await office.decide(.enable, id)?.status == .approved)
        try await deliverAll(worker)
        #expect(receiver.requests().map(\.event) == ["1", "1", "2"])
        #expect(try await office.count("select count(*) from delivery where status = 'pending'") == 0)
      }
    }
  }

  @Test func `an endpoint that has failed for too long is switched off`() async throws {
    try await Receiver.with({ _, _ in .init(status: 500) }) { receiver in
      try await Office.with { office in
        let (id, _) = try await office.subscribe(receiver.url())
        try await office.announce([Fixtures.event("1")])
        let worker = try office.webhookWorker()
        try await deliverAll(worker)
        try await office.pool.execute("update endpoint set failing_since = now() - interval '2 hours'")
        try await office.hurry()
        try await deliverAll(worker)
        let event = try EndpointDisabled(json: try #require(try await office.told().first).data)
        #expect(event.reason == "failing" && event.failedAttempts == 2 && event.failingSince != nil)
        let found = try #require(
          try await office.runner.read { try await office.application.findSubscription(id, on: $0) })
        #expect(found.0.status == .disabled && found.0.reason == "failing")
        #expect(try await office.count("select count(*) from message where template = 'endpoint-disabled'") == 1)
      }
    }
  }

  @Test func `the owner of an endpoint that has failed for long is told once`() async throws {
    try await Receiver.with({ _, _ in .init(status: 500) }) { receiver in
      try await Office.with { office in
        _ = try await office.subscribe(receiver.url())
        try await office.announce((0..<3).map { Fixtures.event("\($0)", subject: "s-\($0)") })
        var policy = Fixtures.policy
        policy.warnAfter = .seconds(600)
        let worker = try office.webhookWorker(policy)
        _ = try await worker.visitAll()
        #expect(try await office.count("select count(*) from message") == 0)
        try await office.pool.execute("update endpoint set failing_since = now() - interval '11 minutes'")
        for _ in 0..<2 {
          try await office.hurry()
          _ = try await worker.visitAll()
        }
        #expect(try await office.count("select count(*) from message where template = 'endpoint-failing'") == 1)
        #expect(try await office.count("select count(*) from message") == 1)
      }
    }
  }

  @Test func `Retry-After is honoured for the whole endpoint`() async throws {
    try await Receiver.with({ request, before in
      request.event == "1" && before == 0 ? .init(status: 429, headers: ["Retry-After": "2"]) : .init()
    }) { receiver in
      try await Office.with { office in
        _ = try await office.subscribe(receiver.url(), settings: EndpointSettings(concurrency: 1))
        try await office.announce([Fixtures.event("1"), Fixtures.event("2", subject: "another")])
        var policy = Fixtures.policy
        policy.schedule = RetrySchedule(waits: [.milliseconds(50)])
        let worker = try office.webhookWorker(policy)
        try await deliverAll(worker)
        #expect(receiver.requests().map(\.event) == ["1"])
        #expect(
          try await eventually {
            try await deliverAll(worker)
            return receiver.requests().count == 3
          })
        let requests = receiver.requests()
        #expect(requests[0].at.duration(to: requests[1].at) >= .milliseconds(1_900))
      }
    }
  }

  @Test func `a redirect is not followed`() async throws {
    try await Receiver.with({ request, _ in
      request.path == "/hook" ? .init(status: 302, headers: ["Location": "/elsewhere"]) : .init()
    }) { receiver in
      try await Office.with { office in
        _ = try await office.subscribe(receiver.url())
        try await office.announce([Fixtures.event("1")])
        try await deliverAll(try office.webhookWorker())
        #expect(receiver.requests().map(\.path) == ["/hook"])
        let failures = try await office.pool.query("select last_failure from delivery", as: String?.self)
        #expect(failures == ["redirected"])
      }
    }
  }

  @Test func `an endpoint that does not answer in time, or does not exist, has failed and rests`() async throws {
    try await Receiver.with({ _, _ in .init(after: .seconds(3)) }) { receiver in
      try await Office.with { office in
        let (slow, _) = try await office.subscribe(receiver.url())
        let (absent, _) = try await office.subscribe("http://127.0.0.1:1/hook")
        try await office.announce([Fixtures.event("1")])
        let start = ContinuousClock.now
        #expect(try await office.webhookWorker().visitAll() == 2)
        #expect(start.duration(to: .now) < .seconds(2))
        let rows = try await office.pool.query(
          "select id, last_failure, rest_until > now() from endpoint", as: (UUID, String?, Bool?).self)
        let failures = Dictionary(uniqueKeysWithValues: rows.map { ($0.0, $0.1) })
        #expect(failures[slow] == "timeout")
        #expect(failures[absent] == "no-connection")
        #expect(rows.allSatisfy { $0.2 == true })
      }
    }
  }

  @Test func `while an endpoint hangs, a hundred others get everything`() async throws {
    let isHanging = Remembered(true)
    try await Receiver.with({ request, _ in
      guard request.path == "/slow" else { return .init() }
      return .init(while: { isHanging.value })
    }) { receiver in
      try await Office.with { office in
        _ = try await office.subscribe(receiver.url("/slow"), settings: EndpointSettings(concurrency: 2))
        for number in 0..<100 { _ = try await office.subscribe(receiver.url("/quick-\(number)")) }
        var policy = Fixtures.policy
        policy.timeout = .seconds(60)
        let worker = try office.webhookWorker(policy)
        let running = Task { try await worker.run() }
        try await office.announce((0..<10).map { Fixtures.event("\($0)", subject: "s-\($0)") })
        #expect(
          try await eventually(within: .seconds(120)) {
            let delivered = try await office.count("select count(*) from delivery where status = 'delivered'")
            return delivered == 1_000 && receiver.requests().filter { $0.path != "/slow" }.count == 1_000
          })
        // It has had as many as may be under way at once, and waits for the first answer.
        #expect(receiver.requests("/slow").count == 2)
        isHanging.change { $0 = false }
        #expect(try await eventually(within: .seconds(60)) { receiver.requests("/slow").count == 10 })
        running.cancel()
        _ = await running.result
      }
    }
  }

  @Test func `more endpoints that never answer than there are places hold up none that do`() async throws {
    try await Receiver.with({ request, _ in
      request.path.hasPrefix("/dead") ? .init(while: { true }) : .init()
    }) { receiver in
      try await Office.with { office in
        for number in 0..<12 { _ = try await office.subscribe(receiver.url("/dead-\(number)")) }
        try await office.announce([Fixtures.event("first")])
        var pace = Pace()
        pace.endpoints = 4
        var policy = Fixtures.policy
        policy.timeout = VisitJudgement.slow + .milliseconds(200)
        let worker = try office.webhookWorker(policy, pace: pace)
        // Once each has been tried, they are known to be slow and share one place.
        while try await office.count("select count(*) from endpoint where is_slow") < 12 {
          _ = try await worker.visitAll()
        }
        for number in 0..<4 { _ = try await office.subscribe(receiver.url("/quick-\(number)")) }
        try await office.announce((0..<5).map { Fixtures.event("\($0)", subject: "s-\($0)") })
        try await office.hurry()
        let taken = try await EndpointStore.claim(quick: 4, slow: 1, deliveries: 9, lease: UUID(), pool: office.pool)
        #expect(taken.filter { !$0.isSlow }.map(\.due.count) == [5, 5, 5, 5])
        #expect(taken.filter(\.isSlow).count == 1)
      }
    }
  }

  @Test func `a worker that dies is outlived by its lease, and the delivery comes again under its id`() async throws {
    try await Receiver.with { receiver in
      try await Office.with { office in
        _ = try await office.subscribe(receiver.url())
        try await office.announce([Fixtures.event("1")])
        let dead = try #require(
          try await EndpointStore.claim(quick: 1, slow: 1, deliveries: 1, lease: UUID(), pool: office.pool).first)
        let due = try #require(dead.due.first)
        let worker = try office.webhookWorker()
        #expect(try await worker.visitAll() == 0)
        try await office.pool.execute("update endpoint set leased_until = now() - interval '1 second'")
        #expect(try await worker.visitAll() == 1)
        #expect(receiver.requests().map { $0.headers["webhook-id"] } == [due.id.lowercased])
        // The dead one wakes up and knows nothing of that: its word does not count.
        let outcomes = try await office.runner.run { work in
          let attempt = DeliveryAttempt(
            delivery: due, verdict: .failed(status: 500, failure: "status", rest: nil), took: .zero, endedAt: Date())
          return try await SettleDeliveries(policy: Fixtures.policy, tellOwner: TellOwner())(
            [VisitReport(endpoint: dead, attempts: [attempt], nextSlot: nil)], work: work)
        }
        #expect(outcomes == [[.lost]])
        #expect(
          try await office.count("select count(*) from delivery where status = 'delivered' and attempts = 1") == 1)
      }
    }
  }

  @Test func `the secret is not in the database, and old deliveries go`() async throws {
    try await Receiver.with { receiver in
      try await Office.with { office in
        let (_, key) = try await office.subscribe(receiver.url())
        try await office.announce([Fixtures.event("1"), Fixtures.event("2")])
        try await deliverAll(try office.webhookWorker())
        let everything = try await Everything.text(of: office)
        #expect(!everything.contains(key.text) && everything.contains(receiver.url()))
        #expect(try await DeliveryStore.purge(after: .seconds(60), limit: 100, pool: office.pool) == 0)
        #expect(try await DeliveryStore.purge(after: .zero, limit: 100, pool: office.pool) == 4)
      }
    }
  }
}
