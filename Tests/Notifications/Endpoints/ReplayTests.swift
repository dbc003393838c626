import Contracts
import FoundationEssentials
import Kafka
import Messaging
import Postgres
import Support
import Testing

@testable import Notifications

@Suite("Sending again")
struct ReplayTests {
  private let caller = Caller(subject: "water-bureau", requestId: "r", traceParent: nil)

  private func ask(
    _ kind: ReplayKind, since: Date, until: Date? = nil, _ id: UUID, _ office: Office
  ) async throws -> Replay {
    try await office.runner.run { work in
      let subscription = try #require(try await SubscriptionStore.lock(id, on: work.connection))
      return try await office.application.agencies.requestReplay(
        .init(kind: kind, since: since, until: until), for: subscription, by: caller, work: work)
    }
  }

  private func worker(_ office: Office, _ topics: TestTopics) throws -> ReplayWorker {
    ReplayWorker(
      pool: office.pool, runner: office.runner, settings: topics.settings,
      prefix: try #require(TopicPrefix(topics.prefix)), logger: office.logger)
  }

  @Test func `one delivery goes again under its id, taken or given up, and not while it waits`() async throws {
    try await Receiver.with({ request, before in .init(status: request.event == "1" && before < 3 ? 500 : 204) }) {
      receiver in
      try await Office.with { office in
        let (id, _) = try await office.subscribe(receiver.url())
        try await office.announce([Fixtures.event("1"), Fixtures.event("2")])
        let worker = try office.webhookWorker()
        let replay = office.application.agencies.replayDelivery
        let one = FanOutEvents.deliveryId(subscription: id, source: "/ecoredress/scoring", event: "1")
        let two = FanOutEvents.deliveryId(subscription: id, source: "/ecoredress/scoring", event: "2")
        func again(_ delivery: UUID) async throws -> Bool {
          try await office.runner.run { try await replay(delivery, of: id, by: caller, work: $0) }
        }
        _ = try await worker.visitAll()
        await #expect(throws: EndpointError.stillPending) { try await again(one) }
        for _ in 0..<2 {
          try await office.hurry()
          _ = try await worker.visitAll()
        }
        #expect(try await office.count("select count(*) from delivery where status = 'exhausted'") == 1)
        #expect(try await again(one))
        #expect(try await again(two))
        #expect(try await again(UUID()) == false)
        _ = try await worker.visitAll()
        #expect(try await office.count("select count(*) from delivery where status = 'delivered' and replays = 1") == 2)
        let ids = receiver.requests().compactMap { $0.headers["webhook-id"] }
        #expect(ids.filter { $0 == one.lowercased }.count == 4 && ids.filter { $0 == two.lowercased }.count == 2)
      }
    }
  }

  @Test func `what failed goes again, of its time alone, page by page, in the order of its subject`() async throws {
    let works = Remembered(false)
    try await Receiver.with({ _, _ in .init(status: works.value ? 204 : 500) }) { receiver in
      try await Office.with { office in
        let topics = try TestTopics()
        let (id, _) = try await office.subscribe(receiver.url(), settings: EndpointSettings(order: .subject))
        try await office.announce((0..<1_200).map { Fixtures.event("\($0)", subject: "s-\($0 % 400)") })
        try await office.pool.execute(
          "update delivery set status = 'exhausted', due_at = null, attempts = 3, round = 3, settled_at = now()")
        // One is older than what is asked for.
        let since = Date().addingTimeInterval(-600)
        try await office.pool.execute(
          """
          update delivery set made_at = now() - interval '1 hour'
          where ordinal = (select min(ordinal) from delivery)
          """)
        let replay = try await ask(.failed, since: since, id, office)
        try await worker(office, topics).workOff()
        let after = try #require(try await office.runner.read { try await ReplayStore.find(replay.id, on: $0) })
        #expect(after.status == .finished && after.examined == 1_199 && after.queued == 1_199)
        #expect(try await office.count("select count(*) from delivery where status = 'pending'") == 1_199)
        // Of each subject the oldest alone is due.
        #expect(try await office.count("select count(*) from delivery where due_at is not null") == 400)
        works.change { $0 = true }
        let deliverer = try office.webhookWorker()
        while try await deliverer.visitAll() > 0 {}
        #expect(receiver.requests().count == 1_199)
        #expect(
          receiver.requests().compactMap { Int($0.event) }.filter { $0 % 400 == 7 } == [7, 407, 807])
      }
    }
  }

  @Test func `whatever is missing since a time comes from the topics, once, by the filter`() async throws {
    let topics = try TestTopics()
    let scores = try await topics.make("scores")
    _ = try await topics.make("petitions")
    _ = try await topics.make("compensations")
    defer { Task { try? await topics.delete() } }
    func record(_ event: CloudEvent) -> KafkaRecord {
      let (headers, value) = CloudEventCodec.encodeBinary(event)
      return KafkaRecord(
        topic: scores, key: Array((event.subject ?? "").utf8), value: value,
        headers: headers.map { KafkaHeader($0.0, $0.1) })
    }
    try await topics.write([record(Fixtures.event("old"))])
    try await Task.sleep(for: .milliseconds(50))
    let since = Date()
    try await Task.sleep(for: .milliseconds(50))
    let missed = (0..<700).map { Fixtures.event("m-\($0)", subject: "s-\($0 % 9)") }
    let known = Fixtures.event("known", subject: "s-1")
    try await topics.write((missed + [known, Fixtures.event("green", colour: .green)]).map(record))
    try await topics.write([KafkaRecord(topic: scores, value: Array("no event".utf8))])
    try await Receiver.with { receiver in
      try await Office.with { office in
        let (id, _) = try await office.subscribe(
          receiver.url(), colours: [.red], settings: EndpointSettings(order: .subject))
        let deliverer = try office.webhookWorker()
        // One came on the way it should; another was given up.
        try await office.announce([known, missed[0]])
        _ = try await deliverer.visitAll()
        try await office.pool.execute(
          """
          update delivery set status = 'exhausted', settled_at = now(), due_at = null
          where id = \(FanOutEvents.deliveryId(subscription: id, source: "/ecoredress/scoring", event: "m-0"))
          """)
        let replay = try await ask(.missing, since: since, id, office)
        try await worker(office, topics).workOff()
        let after = try #require(try await office.runner.read { try await ReplayStore.find(replay.id, on: $0) })
        #expect(after.status == .finished && after.queued == 700, "\(after)")
        while try await deliverer.visitAll() > 0 {}
        let events = receiver.requests().map(\.event)
        #expect(Set(events) == Set(missed.map(\.id) + ["known"]))
        #expect(events.filter { $0 == "known" }.count == 1)
        let subject = events.compactMap { $0.hasPrefix("m-") ? Int($0.dropFirst(2)) : nil }.filter { $0 % 9 == 4 }
        #expect(subject == subject.sorted() && subject.count == 78)
        // Asked for again, nothing is missing.
        let second = try await ask(.missing, since: since, id, office)
        try await worker(office, topics).workOff()
        let nothing = try #require(try await office.runner.read { try await ReplayStore.find(second.id, on: $0) })
        #expect(nothing.status == .finished && nothing.queued == 0)
      }
    }
  }

  @Test func `few run at once, not beyond what is kept, not for an endpoint that is off; one can be stopped`()
    async throws
  {
    try await Office.with { office in
      let topics = try TestTopics()
      let (id, _) = try await office.subscribe("http://127.0.0.1:9/hook")
      await #expect(throws: EndpointError.replayTooOld(days: 30)) {
        try await ask(.failed, since: Date().addingTimeInterval(-31 * 86_400), id, office)
      }
      let since = Date().addingTimeInterval(-60)
      let first = try await ask(.failed, since: since, id, office)
      _ = try await ask(.failed, since: since, id, office)
      await #expect(throws: EndpointError.tooManyReplays(limit: 2)) {
        try await ask(.failed, since: since, id, office)
      }
      let isStopped = try await office.runner.run { try await ReplayStore.cancel(first.id, on: $0.connection) }
      #expect(isStopped)
      _ = try await office.decide(.disable, id)
      try await worker(office, topics).workOff()
      let all = try await office.runner.read { try await ReplayStore.list(id, before: nil, limit: 9, on: $0) }
      #expect(all.map(\.status) == [.cancelled, .cancelled] && all.first?.failure == "endpoint-disabled")
      await #expect(throws: EndpointError.notApproved(.disabled)) {
        try await ask(.failed, since: since, id, office)
      }
    }
  }
}
