import Contracts
import FoundationEssentials
import Messaging
import Postgres
import Support
import Testing

@testable import Notifications

@Suite("Telling events")
struct TellEventsTests {
  private let firms = Firms.valid(3)

  @Test func `a letter goes to the county's bureau, numbered, with its document, once`() async throws {
    try await NoticeOffice.with { office in
      try await office.tell(NoticeFixtures.letter())
      try await office.tell(NoticeFixtures.letter())
      let waiting = try await office.waiting()
      #expect(waiting.count == 1)
      let message = try #require(waiting.first)
      #expect(message.template == "reminder-letter" && message.addressee == "unit:360482")
      #expect(message.channels == "inbox,email,phone" && message.urgency == "legal" && message.wantsAcknowledgement)
      #expect(message.documentNumber == "提示函〔2026〕360400-1号" && message.notBefore == nil)
      #expect(try await office.count("select count(*) from legal_document") == 1)
      #expect(try await office.count("select count(*) from audit where action = 'document.issued'") == 1)
    }
  }

  @Test func `roles are found at the lowest place that covers the region`() async throws {
    try await NoticeOffice.with { office in
      try await office.enter("province-squad", .agency, region: "360000", roles: ["mobile-enforcement"])
      try await office.enter("city-squad", .agency, region: "360400", roles: ["mobile-enforcement", "double-random"])
      try await office.enter("other-squad", .agency, region: "360100", roles: ["mobile-enforcement"])
      try await office.enter(
        "sleeping-squad", .agency, region: "360482", roles: ["mobile-enforcement"], isActive: false)
      try await office.enter(firms[0], .enterprise)
      try await office.tell(NoticeFixtures.colour("c-1", firms[0]))
      let told = try await office.waiting().map { "\($0.template) \($0.addressee)" }
      #expect(
        Set(told) == [
          "colour-changed \(firms[0])", "colour-changed-agency city-squad",
        ])
      // Two roles of one squad are told once.
      #expect(told.count == 2)
      #expect(try await office.count("select count(*) from addressee where colour = 'red'") == 1)
    }
  }

  @Test func `an addressee's language and channels count, except for what the law asks to be served`() async throws {
    try await NoticeOffice.with { office in
      try await office.enter(firms[0], .enterprise, language: .english, channels: [.email, .inbox])
      try await office.tell(NoticeFixtures.colour("c-1", firms[0]))
      var data = JSONObject()
      data.set("caseId", "0b8f5d3e-0000-4000-8000-000000000009")
      data.set("caseNumber", "赔〔2026〕1号")
      data.set("subjectKey", firms[0])
      data.set("noticeNumber", "告知〔2026〕1号")
      let answer: JSON = ["question": "why", "answer": "依法"]
      data.set("answers", JSON.array([answer]))
      try await office.tell(NoticeFixtures.event(.compensationNoticeIssued, id: "n-1", subject: "case-1", data))
      let waiting = try await office.waiting()
      #expect(waiting.map(\.language) == ["en", "en"])
      #expect(waiting.map(\.channels) == ["email,inbox", "inbox,email,letter,in-person"])
    }
  }

  @Test func `what is gathered is told once a day, together`() async throws {
    try await NoticeOffice.with { office in
      for number in 1...3 { try await office.tell(NoticeFixtures.warned("w-\(number)", petition: "p-\(number)")) }
      // The same petition again within a day is not told again.
      try await office.tell(NoticeFixtures.warned("w-9", petition: "p-1"))
      #expect(try await office.waiting().isEmpty)
      try await office.advance(to: "2026-03-02T23:59:00Z")
      #expect(try await office.waiting().isEmpty)
      try await office.advance(to: "2026-03-03T00:00:00Z")
      let waiting = try await office.waiting()
      #expect(waiting.map(\.template) == ["digest"] && waiting.first?.addressee == "unit:360482")
      let words = try await office.words("digest")
      #expect(words["count"] == 3)
      let titles = words["items"]?.array?.compactMap { $0["title"]?.string } ?? []
      #expect(titles.first?.contains("p-1") == true && titles.first?.contains("2026年3月7日") == true)
      let message = office.desk.books.current.render("digest", words, in: .chinese, by: .email)
      #expect(message?.title == "2026年3月3日 汇总:3 条")
      #expect(try await office.count("select count(*) from gathered_notice") == 0)
      // A day later it may be told again.
      office.clock.now = NoticeFixtures.at("2026-03-03T02:00:01Z")
      try await office.tell(NoticeFixtures.warned("w-10", petition: "p-1"))
      #expect(try await office.count("select count(*) from gathered_notice") == 1)
    }
  }

  @Test func `more than so many in an hour wait for the digest, urgent ones never`() async throws {
    try await NoticeOffice.with { office in
      try await office.enter(firms[0], .enterprise)
      let most = office.desk.books.current.timing.mostInWindow
      for number in 0..<(most + 3) { try await office.tell(NoticeFixtures.colour("c-\(number)", firms[0])) }
      #expect(try await office.waiting().count == most)
      #expect(try await office.count("select count(*) from gathered_notice") == 3)
      var data = JSONObject()
      data.set("caseNumber", "修复〔2026〕1号")
      data.set("kind", "repair")
      data.set("subjectKey", firms[0])
      try await office.tell(NoticeFixtures.event(.creditCaseAccepted, id: "k-1", subject: "k-1", data))
      #expect(try await office.waiting().last?.template == "credit-case-accepted")
      office.clock.now = NoticeFixtures.at("2026-03-02T03:00:01Z")
      try await office.tell(NoticeFixtures.colour("c-late", firms[0]))
      #expect(try await office.waiting().count == most + 2)
    }
  }

  @Test func `old news is not told, what the law asks for is`() async throws {
    try await NoticeOffice.with(now: "2026-04-01T02:00:00Z") { office in
      try await office.tell(NoticeFixtures.colour("c-1", firms[0]), NoticeFixtures.letter())
      #expect(try await office.waiting().map(\.template) == ["reminder-letter"])
    }
  }

  @Test func `at night a loud channel waits for the morning`() async throws {
    try await NoticeOffice.with(now: "2026-03-02T15:00:00Z") { office in
      try await office.enter(firms[0], .enterprise, channels: [.sms])
      try await office.tell(NoticeFixtures.colour("c-1", firms[0]))
      #expect(try await office.waiting().map(\.notBefore) == [NoticeFixtures.at("2026-03-03T00:00:00Z")])
    }
  }

  @Test func `who is switched off is told nothing`() async throws {
    try await NoticeOffice.with { office in
      try await office.enter(firms[0], .enterprise, isActive: false)
      try await office.tell(NoticeFixtures.colour("c-1", firms[0]))
      #expect(try await office.waiting().isEmpty)
    }
  }

  @Test func `events that no rule knows cost nothing, and a batch with many is told whole`() async throws {
    try await NoticeOffice.with { office in
      try await office.tell(NoticeFixtures.event(.scoreChanged, [:]))
      #expect(try await office.waiting().isEmpty)
      let events = (0..<120).map { NoticeFixtures.letter("l-\($0)", number: "提示函〔2026〕360400-\($0)号") }
      try await office.runner.run { try await office.desk.tellEvents(events, work: $0) }
      #expect(try await office.waiting().count == 120)
      #expect(try await office.count("select count(distinct number) from legal_document") == 120)
    }
  }
}
