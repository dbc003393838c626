import Contracts
import FoundationEssentials
import Messaging
import Postgres
import Support
import Testing

@testable import Notifications

@Suite("Broadcasts and attendance")
struct BroadcastTests {
  private func content(
    _ segment: BroadcastSegment, starts: String? = "2026-03-10T01:00:00Z", channels: [ContactChannel] = [.inbox, .sms]
  ) -> BroadcastContent {
    BroadcastContent(
      title: "危险废物管理培训", text: "请参加。", segment: segment, channels: channels,
      starts: starts.map(NoticeFixtures.at), place: "三楼会议室", wantsAnswer: starts != nil)
  }

  private func draft(_ office: NoticeOffice, _ content: BroadcastContent) async throws -> Broadcast {
    try await office.runner.run {
      try await office.desk.planBroadcast.draft(
        content, kind: .training, region: "360400", by: office.caller, work: $0)
    }
  }

  @discardableResult
  private func take(_ step: PlanBroadcast.Step, _ id: UUID, _ office: NoticeOffice) async throws -> Broadcast? {
    try await office.runner.run {
      try await office.desk.planBroadcast(step, on: id, by: office.caller, work: $0, authorise: { _ in })
    }
  }

  private func figures(_ id: UUID, _ office: NoticeOffice) async throws -> AttendanceFigures {
    try await office.runner.read { try await RecipientStore.figures(of: id, on: $0) }
  }

  @Test func `a segment is told once each, reminded before the meeting, and attendance is taken`() async throws {
    try await NoticeOffice.with { office in
      let firms = Firms.valid(4)
      try await office.enter(firms[0], .enterprise, tags: ["电镀"])
      try await office.enter(firms[1], .enterprise, tags: ["电镀", "化工"])
      try await office.enter(firms[2], .enterprise, tags: ["印染"])
      try await office.enter(firms[3], .enterprise, region: "360100", tags: ["电镀"])
      let made = try await draft(
        office, content(BroadcastSegment(audiences: [.enterprise], regions: ["360400"], tags: ["电镀"])))
      try await take(.send, made.id, office)
      try await office.advance(to: "2026-03-02T02:00:01Z")
      #expect(Set(try await office.waiting().map(\.addressee)) == [firms[0], firms[1]])
      #expect(try await office.waiting().allSatisfy { $0.template == "broadcast-training" })
      let attendance = office.desk.takeAttendance
      let sent = try #require(try await office.runner.read { try await BroadcastStore.find(made.id, on: $0) })
      #expect(sent.status == .sent && sent.invited == 2)
      try await office.runner.run {
        try await attendance.answer(.notComing, expected: nil, of: firms[1], to: sent, work: $0)
      }
      await #expect(throws: NoticeError.notInvited([firms[2]])) {
        try await office.runner.run {
          try await attendance.answer(.coming, expected: 2, of: firms[2], to: sent, work: $0)
        }
      }
      // A day before, those are reminded who have not said that they stay away.
      try await office.advance(to: "2026-03-09T01:00:00Z")
      #expect(try await office.waiting().filter { $0.template == "broadcast-reminder" }.map(\.addressee) == [firms[0]])
      let lines = try [
        Attendance(json: ["addressee": .string(firms[0]), "attended": true, "persons": 3, "minutes": 120], path: "a"),
        Attendance(json: ["addressee": .string(firms[1]), "attended": false], path: "b"),
      ]
      let taken = try await office.runner.run {
        try await attendance(lines, of: sent, by: office.caller, work: $0)
      }
      #expect(
        taken == AttendanceFigures(invited: 2, coming: 0, notComing: 1, attended: 1, absent: 1, persons: 3))
      // A list with a stranger on it is refused whole.
      let strange = try lines + [Attendance(json: ["addressee": .string(firms[3]), "attended": true], path: "c")]
      await #expect(throws: NoticeError.notInvited([firms[3]])) {
        try await office.runner.run { try await attendance(strange, of: sent, by: office.caller, work: $0) }
      }
      #expect(try await figures(made.id, office).attended == 1)
    }
  }

  @Test func `a long segment is written page by page, and a restart in between loses and doubles nothing`() async throws
  {
    try await NoticeOffice.with { office in
      let firms = Firms.valid(SendBroadcast.page * 2 + 7)
      try await office.pool.execute(
        """
        insert into addressee (key, audience, name, region, roles, tags, language, channels, is_active, updated_at,
          updated_by)
        select key, 'enterprise', key, '360482', '{}', '{}', 'zh-CN', '{}', true, now(), 'test'
        from unnest(\(firms)) as k(key)
        """)
      let made = try await draft(
        office, content(BroadcastSegment(audiences: [.enterprise], regions: ["360482"]), starts: nil))
      try await take(.send, made.id, office)
      // One page, then the process dies: the next one goes on behind it.
      try await office.runner.run {
        try await office.desk.sendBroadcast.invite(
          [.init(kind: SendBroadcast.inviting, subject: made.id.lowercased, due: office.clock.now)], work: $0)
      }
      #expect(try await office.count("select count(*) from message") == SendBroadcast.page)
      try await office.advance(to: "2026-03-02T02:00:01Z")
      #expect(try await office.count("select count(*) from message") == firms.count)
      #expect(try await figures(made.id, office).invited == firms.count)
      let sent = try await office.runner.read { try await BroadcastStore.find(made.id, on: $0) }
      #expect(sent?.status == .sent && sent?.invited == firms.count)
    }
  }

  @Test func `a segment may go by colour and role`() async throws {
    try await NoticeOffice.with { office in
      let firms = Firms.valid(2)
      for firm in firms { try await office.enter(firm, .enterprise, roles: firm == firms[0] ? ["key-enterprise"] : []) }
      try await office.tell(NoticeFixtures.colour("c-1", firms[0]), NoticeFixtures.colour("c-2", firms[1], "green"))
      func count(_ segment: BroadcastSegment) async throws -> Int {
        try await office.runner.read { try await AddresseeStore.count(segment, on: $0) }
      }
      let all = BroadcastSegment(audiences: [.enterprise], regions: ["360000"])
      #expect(try await count(all) == 2)
      #expect(try await count(.init(audiences: [.enterprise], regions: ["360000"], colours: [.red])) == 1)
      #expect(try await count(.init(audiences: [.enterprise], regions: ["360000"], roles: ["key-enterprise"])) == 1)
      #expect(try await count(.init(audiences: [.agency], regions: ["360000"])) == 0)
      #expect(try await count(.init(audiences: [.enterprise], regions: [])) == 0)
    }
  }

  @Test func `a broadcast to nobody, of the past, or sent twice is refused; a cancelled one tells those invited`()
    async throws
  {
    try await NoticeOffice.with { office in
      let segment = BroadcastSegment(audiences: [.enterprise], regions: ["360400"])
      let empty = try await draft(office, content(segment))
      await #expect(throws: NoticeError.emptySegment) { try await take(.send, empty.id, office) }
      try await office.enter(Firms.valid(1)[0], .enterprise)
      let past = try await draft(office, content(segment, starts: "2026-03-01T01:00:00Z"))
      await #expect(throws: NoticeError.past(field: "starts")) { try await take(.send, past.id, office) }
      try await take(.send, empty.id, office)
      await #expect(throws: NoticeError.self) { try await take(.send, empty.id, office) }
      await #expect(throws: NoticeError.self) { try await take(.change(content(segment)), empty.id, office) }
      try await office.advance(to: "2026-03-02T02:00:01Z")
      try await take(.cancel, empty.id, office)
      try await office.advance(to: "2026-03-09T02:00:00Z")
      #expect(try await office.waiting().map(\.template) == ["broadcast-training", "broadcast-cancelled"])
    }
  }

  @Test func `the consultation day comes round by itself, once each month`() async throws {
    try await NoticeOffice.with(now: "2026-03-02T02:00:00Z") { office in
      try await office.enter(Firms.valid(1)[0], .enterprise)
      try await office.advance(to: "2026-03-02T02:00:01Z")
      #expect(try await office.waiting().isEmpty)
      try await office.advance(to: "2026-03-11T01:00:00Z")
      #expect(try await office.waiting().map(\.template) == ["broadcast-consultation-day"])
      try await office.advance(to: "2026-03-20T01:00:00Z")
      #expect(try await office.count("select count(*) from broadcast") == 1)
      try await office.advance(to: "2026-04-10T01:00:00Z")
      let days = try await office.pool.query(
        "select starts_at from broadcast order by starts_at", as: Date.self)
      #expect(days == [NoticeFixtures.at("2026-03-16T01:00:00Z"), NoticeFixtures.at("2026-04-15T01:00:00Z")])
    }
  }
}
