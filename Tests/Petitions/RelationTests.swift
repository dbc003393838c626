import Contracts
import FoundationEssentials
import Kafka
import Messaging
import Postgres
import Testing

@testable import Petitions

@Suite("Petitions that belong together")
struct RelationTests {
  private let now: Date
  private let caller = Caller(subject: "wang.fang", requestId: "r-1", traceParent: nil)
  private static let words = "土堆越过红线压坏了镇里的污水管网和处理厂"

  init() throws { now = try Fixtures.instant(2024, 2, 15) }

  private func complaint(
    _ id: String, phone: String? = nil, site: String? = nil, content: String? = nil,
    _ change: (inout ComplaintSubmitted) -> Void = { _ in }
  ) -> ComplaintSubmitted {
    var complaint = Fixtures.complaint(
      id, region: "360425", content: content ?? "第 \(id) 次反映:污水漫到路上来了,气味难闻,请尽快处理。",
      reporter: phone.map { Reporter(phone: $0) })
    complaint.subject = site.map { ComplaintSubject(siteName: $0) }
    change(&complaint)
    return complaint
  }

  private func take(_ complaints: [ComplaintSubmitted], _ desk: Desk) async throws {
    try await desk.take(
      complaints.enumerated().map { index, complaint in
        Fixtures.record(complaint, id: "e-\(complaint.externalId)", offset: Int64(index))
      })
    try await desk.fireTimers()
  }

  private func relations(_ desk: Desk, of petition: Petition?) async throws -> [JSON] {
    guard let petition else { return [] }
    return try await desk.runner.read { try await ListRelations()(of: petition.id, after: nil, on: $0) }
  }

  private func related(_ desk: Desk) async throws -> [PetitionRelated] {
    try await desk.told(.petitions).compactMap { told in try? PetitionRelated(json: told.data) }
  }

  @Test func `equal words are linked by themselves, both directions are told and seen, and none is dropped`()
    async throws
  {
    try await Desk.with(at: now) { desk in
      try await take(
        [complaint("1", content: Self.words), complaint("2"), complaint("3", content: Self.words + "!!")], desk)
      let (first, third) = (try await desk.petition("1"), try await desk.petition("3"))
      let told = try await related(desk)
      #expect(Set(told.map(\.petitionId)) == Set([first?.id, third?.id].compactMap { $0 }))
      #expect(told.allSatisfy { $0.reasons == [.sameText] && $0.automatic == true && $0.repeats == 2 })
      let seen = try await relations(desk, of: first)
      #expect(seen.count == 1 && seen.first?["petitionNumber"]?.string == third?.number)
      #expect(try await relations(desk, of: third).first?["petitionNumber"]?.string == first?.number)
      #expect(try await relations(desk, of: try await desk.petition("2")).isEmpty)
      #expect(try await desk.count("select count(*) from petition") == 3)
      #expect(try await desk.told(.petitionStates).last?.data["repeats"]?.integer == 2)
    }
  }

  @Test func `one person about one site is linked, one alone is suggested`() async throws {
    try await Desk.with(at: now) { desk in
      try await take([complaint("1", phone: "13800000001", site: "安置房工地")], desk)
      try await take(
        [
          complaint("2", phone: "138 0000 0001", site: "安置房 工地"), complaint("3", phone: "13800000001", site: "砖厂"),
          complaint("4", phone: "13900000009", site: "安置房工地"),
        ], desk)
      #expect(try await related(desk).map(\.reasons) == [[.samePerson, .sameSite], [.samePerson, .sameSite]])
      let first = try #require(try await desk.petition("1"))
      let suggested = try await desk.runner.read { connection in
        try await desk.application.suggestRelations(for: first, at: now, mayShow: { _ in true }, on: connection)
      }
      #expect(suggested.map(\.petition.externalId) == ["3", "4"], "the linked one is not suggested again")
      #expect(suggested.map(\.reasons) == [[.samePerson], [.sameSite]])
      let hidden = try await desk.runner.read { connection in
        try await desk.application.suggestRelations(for: first, at: now, mayShow: { _ in false }, on: connection)
      }
      #expect(hidden.isEmpty)
    }
  }

  @Test func `near in place and kind is suggested within the days of the rule`() async throws {
    try await Desk.with(at: now) { desk in
      func at(_ longitude: String, _ latitude: String) -> (inout ComplaintSubmitted) -> Void {
        { $0.place = ComplaintPlace(longitude: Decimal(string: longitude), latitude: Decimal(string: latitude)) }
      }
      try await take([complaint("1", at("115.8001", "29.0500"))], desk)
      try await take(
        [
          complaint("2", at("115.8009", "29.0505")), complaint("far", at("115.85", "29.05")),
          complaint("noise") {
            at("115.8001", "29.0500")(&$0)
            $0.category = .noise
          },
        ], desk)
      func suggested() async throws -> [String] {
        let first = try #require(try await desk.petition("1"))
        return try await desk.runner.read { connection in
          try await desk.application.suggestRelations(for: first, at: now, mayShow: { _ in true }, on: connection)
        }.map(\.petition.externalId)
      }
      #expect(try await suggested() == ["2"])
      desk.clock.move(to: try Fixtures.instant(2024, 3, 20))
      try await take([complaint("late", at("115.8002", "29.0501"))], desk)
      #expect(try await suggested() == ["2"])
    }
  }

  @Test func `staff link and take back, and what they took back the timer leaves alone`() async throws {
    try await Desk.with(at: now) { desk in
      try await take([complaint("1", content: Self.words), complaint("2", content: Self.words)], desk)
      let (first, second) = (try #require(try await desk.petition("1")), try #require(try await desk.petition("2")))
      let change = desk.application.changeRelations
      let unlinked = try await desk.runner.run { work in
        try await change.unlink(second.id, from: first.id, note: "巧合", by: caller, work: work, authorise: { _ in })
      }
      #expect(unlinked?.repeats == nil)
      #expect(try await relations(desk, of: first).isEmpty)
      #expect(try await desk.told(.petitions).count { $0.data["relation"] != nil } == 4)
      try await desk.runner.run { work in
        work.schedule(DurableTimer(kind: RelatePetitions.timer, subject: "1-2", due: now))
      }
      try await desk.fireTimers()
      #expect(try await relations(desk, of: first).isEmpty)
      let linked = try await desk.runner.run { work in
        try await change.link(first.id, to: second.id, note: nil, by: caller, work: work, authorise: { _ in })
      }
      #expect(linked?.repeats == 2)
      #expect(
        try await relations(desk, of: second).first?["reasons"]?.array?.compactMap(\.string) == ["same-text", "staff"])
      await #expect(throws: PetitionError.self) {
        try await desk.runner.run { work in
          try await change.link(first.id, to: first.id, note: nil, by: caller, work: work, authorise: { _ in })
        }
      }
    }
  }

  @Test func `the third petition on a matter makes its first open case backlog, once`() async throws {
    try await Desk.with(at: now) { desk in
      for number in 1...4 { try await take([complaint("\(number)", content: Self.words)], desk) }
      let declared = try await desk.told(.petitions).compactMap { try? PetitionBacklogDeclared(json: $0.data) }
      #expect(declared.count == 1 && declared.first?.reason == .repeats)
      #expect(declared.first?.petitionId == (try await desk.petition("1"))?.id)
      #expect(declared.first?.rule?.rule == "petition.backlog.repeat-threshold")
      let list = try await desk.runner.read { connection in
        try await desk.application.listBacklog(regions: ["360400"], after: nil, limit: 10, on: connection)
      }
      #expect(list.map(\.externalId) == ["1"])
      #expect(try await desk.petition("4")?.repeats == 4)
    }
  }

  @Test func `traits stand in the clear nowhere`() async throws {
    try await Desk.with(at: now) { desk in
      try await take([complaint("1", phone: "13800000001", site: "安置房工地", content: Self.words)], desk)
      for table in ["petition_vault", "petition_trait", "petition_relation"] {
        for word in ["13800000001", "安置房工地", "污水管网"] {
          let found = try await desk.count(
            """
            select count(*) from \(identifier: table) t
            where t::text like '%' || \(word) || '%' or t::text like '%' || \(ComplaintReceipts.hexadecimal(Array(word.utf8))) || '%'
            """)
          #expect(found == 0, "\(word) in \(table)")
        }
      }
    }
  }
}
