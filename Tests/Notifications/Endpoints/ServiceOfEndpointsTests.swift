import Contracts
import FoundationEssentials
import Messaging
import Postgres
import Support
import Testing

@testable import Notifications

@Suite("How endpoints are served")
struct ServiceOfEndpointsTests {
  private func change(_ settings: EndpointSettings, _ id: UUID, _ office: Office) async throws {
    try await office.runner.run { work in
      _ = try await SubscriptionStore.lock(id, on: work.connection)
      try await office.application.agencies.changeSettings(
        settings, of: id, by: Caller(subject: "water-bureau", requestId: "r", traceParent: nil), work: work)
    }
  }

  @Test func `without order, what fails holds up nothing of its subject`() async throws {
    try await Receiver.with({ request, before in .init(status: request.event == "1" && before == 0 ? 500 : 204) }) {
      receiver in
      try await Office.with { office in
        _ = try await office.subscribe(receiver.url())
        try await office.announce(["1", "2", "3"].map { Fixtures.event($0) })
        let worker = try office.webhookWorker()
        #expect(try await worker.visitAll() == 1)
        #expect(Set(receiver.requests().map(\.event)) == ["1", "2", "3"] && receiver.requests().count == 3)
        #expect(try await office.count("select count(*) from delivery where status = 'delivered'") == 2)
      }
    }
  }

  @Test func `order can be asked for and given up while deliveries wait`() async throws {
    try await Receiver.with { receiver in
      try await Office.with { office in
        let (id, _) = try await office.subscribe(receiver.url())
        try await office.announce(["1", "2", "3"].map { Fixtures.event($0) } + [Fixtures.event("4", subject: "other")])
        #expect(try await office.count("select count(*) from delivery where due_at is not null") == 4)
        try await change(EndpointSettings(order: .subject), id, office)
        #expect(try await office.count("select count(*) from delivery where due_at is not null") == 2)
        let worker = try office.webhookWorker()
        while try await worker.visitAll() > 0 {}
        #expect(receiver.requests().map(\.event).filter { $0 != "4" } == ["1", "2", "3"])
        try await office.announce(["5", "6"].map { Fixtures.event($0) })
        #expect(try await office.count("select count(*) from delivery where due_at is not null") == 1)
        try await change(EndpointSettings(), id, office)
        #expect(try await office.count("select count(*) from delivery where due_at is not null") == 2)
        while try await worker.visitAll() > 0 {}
        #expect(receiver.requests().count == 6)
      }
    }
  }

  @Test func `no more requests are under way at once than the endpoint allows, and as many`() async throws {
    let underWay = Remembered((now: 0, most: 0))
    try await Receiver.with({ _, _ in
      underWay.change { state in
        state.now += 1
        state.most = max(state.most, state.now)
      }
      let began = ContinuousClock.now
      return .init(while: {
        // Each waits for company, and goes alone when none comes.
        if underWay.value.now < 3, began.duration(to: .now) < .seconds(1) { return true }
        if began.duration(to: .now) < .milliseconds(100) { return true }
        underWay.change { $0.now -= 1 }
        return false
      })
    }) { receiver in
      try await Office.with { office in
        _ = try await office.subscribe(receiver.url(), settings: EndpointSettings(concurrency: 3))
        try await office.announce((0..<9).map { Fixtures.event("\($0)", subject: "s-\($0)") })
        var policy = Fixtures.policy
        policy.timeout = .seconds(20)
        let worker = try office.webhookWorker(policy)
        while try await worker.visitAll() > 0 {}
        #expect(receiver.requests().count == 9)
        #expect(underWay.value.most == 3)
      }
    }
  }

  @Test func `requests keep the pace that was agreed, across visits`() async throws {
    try await Receiver.with { receiver in
      try await Office.with { office in
        _ = try await office.subscribe(receiver.url(), settings: EndpointSettings(perMinute: 150))
        try await office.announce((0..<6).map { Fixtures.event("\($0)", subject: "s-\($0)") })
        let worker = try office.webhookWorker()
        #expect(
          try await eventually(within: .seconds(60)) {
            _ = try await worker.visitAll()
            return receiver.requests().count == 6
          })
        let times = receiver.requests().map(\.at)
        // 0.4 s apart; what arrives a little late may be followed a little early.
        #expect(times[0].duration(to: times[5]) >= .milliseconds(1_900))
      }
    }
  }

  @Test func `after failures in a row the endpoint rests, then one attempt decides`() async throws {
    let works = Remembered(false)
    try await Receiver.with({ _, _ in .init(status: works.value ? 204 : 503) }) { receiver in
      try await Office.with { office in
        let (id, _) = try await office.subscribe(receiver.url(), settings: EndpointSettings(concurrency: 1))
        try await office.announce((0..<12).map { Fixtures.event("\($0)", subject: "s-\($0)") })
        let worker = try office.webhookWorker()
        while try await worker.visitAll() > 0 {}
        #expect(receiver.requests().count == Fixtures.policy.circuit.failures)
        let profile = try await office.runner.read { try await EndpointProfileStore.find(id, on: $0) }
        #expect(profile?.health.circuit(Fixtures.policy.circuit, at: Date()) == .open)
        // Deliveries that were not tried have lost nothing.
        #expect(try await office.count("select count(*) from delivery where attempts = 0") == 7)
        try await office.hurry()
        while try await worker.visitAll() > 0 {}
        #expect(receiver.requests().count == Fixtures.policy.circuit.failures + 1)
        works.change { $0 = true }
        try await office.hurry()
        while try await worker.visitAll() > 0 {}
        #expect(receiver.requests().count == Fixtures.policy.circuit.failures + 2 + 11)
        #expect(try await office.count("select count(*) from delivery where status = 'delivered'") == 12)
      }
    }
  }

  @Test func `an event that is too large is given up at once, and nothing of it is held against the endpoint`()
    async throws
  {
    try await Receiver.with { receiver in
      try await Office.with { office in
        let (id, _) = try await office.subscribe(receiver.url())
        var large = Fixtures.event("large", subject: "large")
        large.payload = .json(["number": "large", "rest": .string(String(repeating: "a", count: 3_000))])
        try await office.announce([large, Fixtures.event("small")])
        var policy = Fixtures.policy
        policy.payloadLimit = 2_000
        _ = try await office.webhookWorker(policy).visitAll()
        #expect(receiver.requests().map(\.event) == ["small"])
        let told = try await office.told()
        #expect(told.map(\.type) == ["ecoredress.delivery.exhausted.v1"])
        let event = try DeliveryExhausted(json: try #require(told.first).data)
        #expect(event.failure == "payload-too-large" && event.endpointId == id.lowercased && event.attempts == 1)
        let profile = try await office.runner.read { try await EndpointProfileStore.find(id, on: $0) }
        #expect(profile?.health == EndpointHealth())
      }
    }
  }

  @Test func `figures by the hour add up, with the times of answers`() async throws {
    try await Receiver.with({ request, _ in .init(status: request.event == "bad" ? 500 : 204) }) { receiver in
      try await Office.with { office in
        let (id, _) = try await office.subscribe(receiver.url())
        let worker = try office.webhookWorker()
        for round in 0..<3 {
          try await office.announce([
            Fixtures.event("bad-\(round)", subject: "a"), Fixtures.event("good-\(round)", subject: "b"),
          ])
          _ = try await worker.visitAll()
        }
        try await office.announce([Fixtures.event("bad", subject: "c")])
        for _ in 0..<3 {
          try await office.hurry()
          _ = try await worker.visitAll()
        }
        let hours = try await office.runner.read {
          try await EndpointStatisticsStore.hours(id, since: Date().addingTimeInterval(-3_600), on: $0)
        }
        var sum = EndpointHour()
        for hour in hours { sum.add(hour) }
        #expect(sum.delivered == 6 && sum.failed == 3 && sum.exhausted == 1)
        #expect(sum.times.total == 9 && sum.times.percentile(0.5) != nil)
        let totals = try await office.runner.read { try await EndpointStatisticsStore.sums([id], on: $0)[id] }
        #expect(totals?.delivered == 6 && totals?.failed == 3 && totals?.exhausted == 1)
        #expect(try await DeliveryStore.purgeHistory(after: .zero, limit: 10, pool: office.pool) == 3)
      }
    }
  }
}
