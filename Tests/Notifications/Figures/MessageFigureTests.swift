import Civics
import Contracts
import FoundationEssentials
import Messaging
import Postgres
import Support
import Testing

@testable import Notifications

@Suite("Figures of messages follow the rows")
struct MessageFigureTests {
  private static let start = Date(timeIntervalSince1970: 1_769_875_200)  // 2026-02-01 00:00 in Shanghai

  private func question(
    _ period: String = "2026-02", regions: [String] = ["360000"],
    _ change: (inout MessageFigureQuestion) -> Void = { _ in }
  ) throws -> MessageFigureQuestion {
    var question = MessageFigureQuestion(period: try #require(FigurePeriod(period)), regions: regions)
    change(&question)
    return question
  }

  private func report(_ question: MessageFigureQuestion, _ office: Office) async throws -> MessageFigureReport {
    try await office.pool.withConnection { try await CompileMessageFigures()(question, on: $0) }
  }

  private func add(
    _ office: Office, region: String = "360482", audience: String = "petitioner", contact: Int16? = 1,
    channels: [String] = ["sms", "phone"], wants: Bool = false, at seconds: Double = 0, notBefore: Double? = nil
  ) async throws -> UUID {
    let id = UUID()
    let made = Self.start.addingTimeInterval(seconds)
    try await office.pool.execute(
      """
      insert into message (id, contact, template, channels, channel, parameters, region, cause, correlation, audience,
        subject, line, wants_acknowledgement, made_at, not_before)
      values (\(id), \(contact as Int16?), 't', \(channels), \(channels.first as String?), '{}', \(region), 'c', 'c', \(audience), 's', 's',
        \(wants), \(made), \(notBefore.map { Self.start.addingTimeInterval($0) } as Date?))
      """)
    return id
  }

  private func settle(_ office: Office, _ id: UUID, _ status: String, by channel: String, at seconds: Double)
    async throws
  {
    try await office.pool.execute(
      """
      update message set status = \(status), channel = \(channel),
        settled_at = \(Self.start.addingTimeInterval(seconds)) where id = \(id)
      """)
  }

  private func attempt(_ office: Office, _ id: UUID, _ number: Int32, _ channel: String, _ outcome: String) async throws
  {
    try await office.pool.execute(
      """
      insert into message_attempt (message_id, number, channel, outcome, actor, made_at)
      values (\(id), \(number), \(channel), \(outcome), 'worker', \(Self.start.addingTimeInterval(Double(number))))
      """)
  }

  private func fold(_ office: Office) async throws {
    let folding = FigureFolding(pool: office.pool, logger: office.logger) { try await MessageFigureStore.fold(on: $0) }
    try await folding()
  }

  @Test func `who was reached, how soon, and what failed by which channel`() async throws {
    try await Office.with { office in
      let quick = try await add(office, wants: true)
      try await attempt(office, quick, 1, "sms", "delivered")
      try await settle(office, quick, "delivered", by: "sms", at: 30)
      let late = try await add(office)
      try await attempt(office, late, 1, "sms", "failed")
      try await attempt(office, late, 2, "sms", "refused")
      try await attempt(office, late, 3, "phone", "delivered")
      try await settle(office, late, "delivered", by: "phone", at: 5_430)
      let lost = try await add(office)
      try await attempt(office, lost, 1, "sms", "skipped")
      try await settle(office, lost, "failed", by: "phone", at: 90)
      // Held back until later: its way begins then.
      let held = try await add(office, audience: "enterprise", contact: nil, channels: ["inbox"], notBefore: 86_400)
      try await settle(office, held, "delivered", by: "inbox", at: 86_410)
      _ = try await add(office, region: "350100")
      for folded in [false, true] {
        if folded { try await fold(office) }
        let total = try await report(question(), office).total.now
        #expect(total[.queued] == 4 && total[.delivered] == 3 && total[.failed] == 1)
        #expect(total.contactRate.percent == "75.00")
        #expect(total[.seconds] == 5_470 && total.meanSeconds == 1_823)
        #expect(total[.withinMinute] == 2 && total[.withinHour] == 2 && total[.withinDay] == 3)
        #expect(total.acknowledgementRate == Share(numerator: 0, denominator: 1))
        let channels = try await report(question { $0.grouping = .channel }, office).groups
        #expect(channels.map(\.key) == ["inbox", "phone", "sms"])
        #expect(
          channels.map { $0.now[.attempts] } == [0, 1, 3] && channels.map { $0.now[.failedAttempts] } == [0, 0, 2])
        #expect(channels[2].now[.skippedAttempts] == 1 && channels[2].now.failureRate.percent == "66.67")
        #expect(channels.map { $0.now[.failed] } == [0, 1, 0])
        let contacts = try await report(question { $0.isContact = true }, office).total.now
        #expect(contacts[.delivered] == 2 && contacts[.queued] == 3)
        #expect(try await report(question { $0.audience = .enterprise }, office).total.now[.delivered] == 1)
        #expect(try await report(question(regions: ["360400"]), office).total.now[.queued] == 4)
        #expect(try await report(question(regions: []), office).total.now[.queued] == 0)
        #expect(try await report(question("2026-02-01"), office).total.now[.delivered] == 2)
        #expect(try await report(question("2026-03"), office).total.before[.delivered] == 3)
      }
      try await office.pool.execute("update message set acknowledged_at = made_at where id = \(quick)")
      #expect(try await report(question(), office).total.now.acknowledgementRate.percent == "100.00")
    }
  }

  @Test func `webhooks count by the hours of their endpoints, under the first region of the subscription`() async throws
  {
    try await Office.with { office in
      let id = try await office.subscribe("http://127.0.0.1:9/a", regions: ["360400"]).id
      try await office.pool.execute(
        """
        insert into endpoint_hour (endpoint_id, hour, delivered, failed, exhausted, times)
        values (\(id), \(Self.start), 5, 2, 0, '{}')
        """)
      try await office.pool.execute(
        "update endpoint_hour set delivered = delivered + 3, failed = failed + 1, exhausted = 1 where endpoint_id = \(id)"
      )
      let group = try #require(
        try await report(question(regions: ["360400"]) { $0.grouping = .channel }, office).groups.first)
      #expect(group.key == "webhook" && group.now[.delivered] == 8 && group.now[.failed] == 1)
      #expect(group.now[.attempts] == 11 && group.now[.failedAttempts] == 3 && group.now.meanSeconds == nil)
      #expect(try await report(question(regions: ["350000"]), office).total.now[.delivered] == 0)
    }
  }

  @Test func `after many changes the counters say what the rows say`() async throws {
    try await Office.with { office in
      var generator = SeededGenerator(seed: 6)
      var ids: [UUID] = []
      for round in 0..<12 {
        for _ in 0..<10 {
          ids.append(
            try await add(
              office, region: ["360402", "360482", "350100"].randomElement(using: &generator) ?? "360402",
              audience: ["petitioner", "enterprise"].randomElement(using: &generator) ?? "petitioner",
              contact: [nil, 0, 1, 2, 3].randomElement(using: &generator) ?? nil,
              channels: [["sms", "phone"], ["email"], ["inbox", "email"]].randomElement(using: &generator) ?? ["sms"],
              wants: Bool.random(using: &generator), at: Double(Int.random(in: 0..<5_000_000, using: &generator))))
        }
        for _ in 0..<15 {
          guard let id = ids.randomElement(using: &generator) else { continue }
          switch Int.random(in: 0..<5, using: &generator) {
          case 0: try await settle(office, id, "delivered", by: "email", at: 5_500_000 + Double(round * 1_000))
          case 1: try await settle(office, id, "failed", by: "phone", at: 5_600_000)
          case 2:
            try await office.pool.execute(
              "update message set acknowledged_at = made_at + interval '2 days' where id = \(id)")
          case 3:
            try await office.pool.execute(
              "update message set status = 'pending', settled_at = null, acknowledged_at = null where id = \(id)")
          default:
            try await office.pool.execute(
              "update message set attempts = attempts + 1, lease = \(UUID()) where id = \(id)")
          }
        }
        if round % 3 == 2 { try await fold(office) }
      }
      let total = try await report(question("2026", regions: ["360000"]), office).total.now
      let rows = try await office.pool.query(
        """
        select count(*), count(*) filter (where status = 'delivered'), count(*) filter (where status = 'failed'),
          coalesce(sum(extract(epoch from settled_at - made_at)) filter (where status = 'delivered'), 0)::bigint,
          count(*) filter (where wants_acknowledgement),
          count(*) filter (where wants_acknowledgement and acknowledged_at is not null)
        from message where region like '36%'
        """, as: (Int64, Int64, Int64, Int64, Int64, Int64).self)
      let row = try #require(rows.first)
      #expect(total[.queued] == row.0 && total[.delivered] == row.1 && total[.failed] == row.2)
      #expect(total[.seconds] == row.3 && total[.wanted] == row.4 && total[.acknowledged] == row.5)
      #expect(row.1 > 5 && row.2 > 5)
      for grouping: MessageFigureQuestion.Grouping in [.channel, .audience, .contact, .region(digits: 6)] {
        let groups = try await report(question("2026") { $0.grouping = grouping }, office).groups
        #expect(groups.reduce(Int64(0)) { $0 + $1.now[.queued] } == row.0)
        #expect(groups.reduce(Int64(0)) { $0 + $1.now[.delivered] } == row.1)
      }
    }
  }
}
