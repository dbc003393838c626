import Civics
import Contracts
import FoundationEssentials
import Messaging
import Postgres
import ServiceKit
import Support
import Testing

@testable import Petitions

@Suite("Work reminder letters")
struct ReminderLetterTests {
  private func letter() throws -> ReminderLetter {
    var letter = ReminderLetter(
      id: UUID(), cause: .other, fromUnit: "eco-360400", fromRegion: "360400", toUnit: "eco-360482",
      toRegion: "360482", at: try Fixtures.instant(2024, 2, 8))
    try letter.replace([ReminderFinding(summary: "三次沟通记录不全。")])
    return letter
  }

  private func issued(at now: Date) throws -> ReminderLetter {
    var letter = try letter()
    _ = try letter.issue(number: "提示函〔2024〕360400-1号", at: now, rules: try Fixtures.rules(at: now))
    return letter
  }

  @Test func `a letter names findings, demands and dates by working days`() throws {
    let now = try Fixtures.instant(2024, 2, 8)
    var letter = try letter()
    let event = try letter.issue(number: "n", at: now, rules: try Fixtures.rules(at: now))
    #expect(event.demands == [.rectify, .searchLikeProblems] && event.findings.count == 1)
    #expect(event.dueDates.map(\.rule) == ["petition.reminder.acknowledgement", "petition.reminder.answer"])
    // New Year's Eve and a Sunday in between are working days.
    #expect(try event.dueDates[0].due == Fixtures.instant(2024, 2, 20, hour: 0))
    #expect(try ReminderLetterIssued(json: event.json) == event)
  }

  @Test func `a letter without findings is not signed, and one that is signed not changed`() throws {
    let now = try Fixtures.instant(2024, 2, 8)
    let rules = try Fixtures.rules(at: now)
    var empty = try letter()
    try empty.replace([])
    #expect(throws: LetterError.noFindings) { try empty.issue(number: "n", at: now, rules: rules) }
    var signed = try issued(at: now)
    #expect(throws: LetterError.outOfTurn(action: "findings", status: .issued)) { try signed.replace([]) }
    #expect(throws: LetterError.self) { try signed.issue(number: "m", at: now, rules: rules) }
  }

  @Test func `steps follow each other, and an answer that is not enough is given anew`() throws {
    let now = try Fixtures.instant(2024, 2, 8)
    let rules = try Fixtures.rules(at: now)
    let answer = LetterAnswer(rectified: true, searched: 12, likeProblems: 2, summary: "已整改。")
    var letter = try issued(at: now)
    #expect(throws: LetterError.outOfTurn(action: "answer", status: .issued)) { try letter.answer(answer, at: now) }
    _ = try letter.acknowledge(at: now)
    #expect(throws: LetterError.outOfTurn(action: "acknowledge", status: .acknowledged)) {
      try letter.acknowledge(at: now)
    }
    _ = try letter.answer(answer, at: now)
    #expect(letter.running.isEmpty)
    #expect(throws: LetterError.noReason) {
      try letter.review(accepted: false, reason: nil, at: now, rules: rules)
    }
    let back = try letter.review(accepted: false, reason: "未附照片", at: now, rules: rules)
    #expect(letter.status == .acknowledged && letter.running.count == 1 && back.dueDates.count == 1)
    _ = try letter.answer(answer, at: now)
    _ = try letter.review(accepted: true, reason: nil, at: now, rules: rules)
    #expect(letter.status == .closed && letter.file.answers.count == 2)
    #expect(try LetterFile(json: letter.file.json, path: "file") == letter.file)
  }

  @Test func `a period that runs out is told of once`() throws {
    let now = try Fixtures.instant(2024, 2, 8)
    var letter = try issued(at: now)
    let due = try #require(letter.file.acknowledgement?.dueDate.due)
    #expect(letter.findOverdue(at: due.addingTimeInterval(-1)).isEmpty)
    #expect(letter.findOverdue(at: due).map(\.missed.rule) == ["petition.reminder.acknowledgement"])
    #expect(letter.findOverdue(at: due).isEmpty && letter.isOverdue)
    _ = try letter.acknowledge(at: due)
    #expect(!letter.isOverdue)
    #expect(
      letter.findOverdue(at: due.addingTimeInterval(30 * 86_400)).map(\.missed.rule) == ["petition.reminder.answer"])
  }

  @Test func `a failed re-check drafts a letter, which a county answers, with the like problems it found counted`()
    async throws
  {
    try await Desk.with(at: try Fixtures.instant(2024, 2, 8)) { desk in
      let ids = try await desk.register([Fixtures.complaint("A"), Fixtures.complaint("B")])
      for id in ids {
        try await desk.step(Accept(), id)
        try await desk.step(Assign(lead: "brigade"), id)
        try await desk.step(Handle(outcome: .resolved), id)
        try await desk.step(Recheck(passed: false, unit: "eco-360400"), id)
      }
      let drafts = try await desk.runner.read {
        try await LetterStore.list(regions: ["360400"], status: .draft, before: nil, limit: 10, on: $0)
      }
      let draft = try #require(drafts.first)
      #expect(drafts.count == 1 && draft.file.findings.compactMap(\.petitionId) == ids)
      #expect(draft.toUnit == "eco-360482" && draft.fromUnit == "eco-360400" && draft.cause == .failedRecheck)

      func take(_ step: LetterTaker.Step) async throws -> ReminderLetter {
        try #require(
          try await desk.runner.run { work in
            try await desk.application.bureau.takeLetterStep(
              step, on: draft.id, by: Desk.caller, work: work, authorise: { _ in })
          })
      }
      let foreign = try #require(UUID(uuidString: "00000000-0000-5000-8000-000000000000"))
      await #expect(throws: LetterError.foreignPetition(field: "body.findings[0].petitionId")) {
        _ = try await take(.findings([ReminderFinding(petitionId: foreign, summary: "x")]))
      }
      _ = try await take(.findings([ReminderFinding(petitionId: ids[0], summary: "沉淀池仍在使用。")]))
      #expect(try await take(.issue).number == "提示函〔2024〕360400-1号")
      // Nobody acknowledges in time.
      desk.clock.move(to: try Fixtures.instant(2024, 2, 20))
      try await desk.fireTimers()
      _ = try await take(.acknowledge)
      _ = try await take(.answer(LetterAnswer(rectified: true, searched: 12, likeProblems: 2, summary: "已整改。")))
      _ = try await take(.review(accepted: true, reason: nil))
      let told = try await desk.told(.petitions).filter { $0.key == draft.id.lowercased }.map(\.data)
      #expect(told.count == 5 && told[0]["demands"]?.array?.count == 2 && told[0]["findings"]?.array?.count == 1)
      #expect(told[1]["missed"]?["rule"]?.string == "petition.reminder.acknowledgement")
      #expect(try ReminderLetterAcknowledged(json: told[2]).unit == "eco-360482")
      #expect(told[3]["likeProblems"]?.integer == 2 && told[4]["accepted"]?.bool == true)
      #expect(try await desk.count("select count(*) from timer where kind = 'petition.reminder-due'") == 0)
      let question = FigureQuestion(period: try #require(FigurePeriod("2024-02")), regions: ["360482"])
      #expect(try await desk.figures(question).groups[0].now[.screened] == 2)
    }
  }

  @Test func `numbers run without gaps by year and city`() async throws {
    try await Desk.with(at: try Fixtures.instant(2024, 2, 8)) { desk in
      let letter = try letter()
      for (year, last) in [(2024, 1), (2024, 2), (2025, 1), (2024, 3)] {
        let now = try Fixtures.instant(year, 6, 1)
        let number = try await desk.runner.run {
          try await LetterNumber.next(for: letter, at: now, on: $0.connection)
        }
        #expect(number == "提示函〔\(year)〕360400-\(last)号")
      }
    }
  }
}
