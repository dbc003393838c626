import Civics
import Postgres
import Messaging
import Contracts
import FoundationEssentials
import Hummingbird
import ServiceKit
import ServiceSupport
import Testing

@testable import Scoring

@Suite("Trying a draft, and a new scale in force")
struct RuleTrialTests {
  private let now: Date
  private let staff = Person("zhao.min")

  init() throws { now = try Fixtures.instant(2026, 1, 6) }

  /// The tests' own pack with other numbers.
  private func draft(
    _ name: String = "ends", ten: String = "10", green: String = "[90, 100]", yellow: String = "(70, 90)"
  )
    -> String
  {
    """
    pack: \(name)
    title: 草案
    version: "2"
    inherits: lintong
    region: "610115"
    effective: {from: 2026-07-01}
    documents:
      none: {title: 测试, mark: P}
    rules:
      scoring.deductions:
        table:
          columns: {code: text, name: text, points: number, validity: period, veto: "flag?"}
          rows:
            - {code: TEN, name: 十分, points: \(ten), validity: "1 months, not rolled forward"}
            - {code: UNPRICED, name: 新列入, points: 35, validity: "6 months, not rolled forward"}
        assumed: true
        reason: for tests
      scoring.colours:
        table:
          columns: {colour: text, name: text, range: interval}
          rows:
            - {colour: GREEN, name: 绿, range: "\(green)"}
            - {colour: YELLOW, name: 黄, range: "\(yellow)"}
            - {colour: RED, name: 红, range: "[0, 70]"}
        assumed: true
        reason: for tests
    """
  }

  private func counter(_ body: @escaping @Sendable (Desk, Counter) async throws -> Void) async throws {
    try await Desk.with(at: now) { desk in
      let other = "site:610116:另一作坊"
      try await desk.take([
        Fixtures.inspection("1", ["TEN"], at: now),
        Fixtures.inspection("2", ["UNPRICED"], at: now, subject: Fixtures.site),
        Fixtures.inspection("3", ["TEN"], at: now, subject: other),
        // Spoken of twice: no plain sum.
        PenaltyDecided(
          factId: "4", subjectKey: other, region: "610116", decidedAt: now, penaltyNumber: "罚1", decision: .fine,
          factCodes: ["TEN"]),
        PenaltyDecided(
          factId: "5", subjectKey: other, region: "610116", decidedAt: now, penaltyNumber: "罚1", decision: .fine,
          factCodes: ["TEN"]),
      ])
      try await Counter.with(desk) { try await body(desk, $0) }
    }
  }

  private func changes(_ answer: CounterAnswer) -> [String] {
    (answer.json["coloursChanged"]?.array ?? []).map { change in
      var score = "-"
      if case .number(let text)? = change["draftScore"] { score = text }
      return "\(change["subjectKey"]?.string?.suffix(4) ?? "") \(score) \(change["draftColour"]?.string ?? "")"
    }.sorted()
  }

  @Test("a draft shows whose colour it would change, priced anew or by its scale alone, and keeps nothing")
  func trial() async throws {
    try await counter { desk, counter in
      let before = try await desk.count("select count(*) from outbox")
      let answer = try await counter.post(
        "/v1/rules/trial", ["pack": .string(draft(ten: "30.01"))], as: staff)
      #expect(answer.status == 200, "\(answer.text)")
      #expect(answer.json["examined"]?.integer == 3 && answer.json["scoresChanged"]?.integer == 3)
      // 80 before: yellow; 100 − 2 × 30.01 = 39.98.
      #expect(changes(answer) == ["0Y43 69.99 red", "另一作坊 39.98 red", "砖瓦作坊 65 red"])
      let scale = draft(ten: "30.01", green: "(90, 100]", yellow: "(70, 90]")
      let kept = try await counter.post("/v1/rules/trial?prices=new", ["pack": .string(scale)], as: staff)
      #expect(changes(kept) == ["0Y43 90 yellow"] && kept.json["scoresChanged"]?.integer == 1)
      let county = try await counter.post(
        "/v1/rules/trial?region=610116", ["pack": .string(draft(ten: "30.01"))], as: staff)
      #expect(changes(county) == ["另一作坊 39.98 red"])
      #expect(try await desk.count("select count(*) from outbox") == before)
      #expect(try await desk.rating()?.score == Points(90))
    }
  }

  @Test("what is no pack of this city is refused with the reason")
  func refused() async throws {
    try await counter { desk, counter in
      for text in ["pack: [", draft("zhangzhou"), draft(green: "[80, 100]x")] {
        let answer = try await counter.post("/v1/rules/trial", ["pack": .string(text)], as: staff)
        #expect(answer.status == 422 && answer.code == "draft-invalid", "\(answer.text)")
      }
      let clerk = Person("clerk", "clerk")
      #expect(try await counter.post("/v1/rules/trial", ["pack": "x"], as: clerk).code == "role-missing")
    }
  }

  @Test("the trial over a whole ledger agrees with each ledger priced and derived by itself", arguments: 1...4)
  func agreement(seed: Int) async throws {
    var chance = Chance(seed: UInt64(seed) &+ 1_000)
    let subjects = (0..<12).map { "site:610115:作坊\($0)" } + [Fixtures.firm]
    let start = try Fixtures.instant(2025, 1, 6)
    let events = chance.events(subjects, from: start, count: 120)
    let end = try Fixtures.instant(2025, 12, 20)
    let yaml = draft(ten: "30.01", green: "[95, 100]", yellow: "(70, 95)")
    try await Desk.with(at: end) { desk in
      try await desk.take(events)
      let trial = desk.application.tryRules
      try await desk.runner.read { connection in
        let (draft, worth) = try await trial.prepare(yaml, prices: .all, now: end, on: connection)
        let page = try await trial(
          draft, worth, regions: ["000000"], after: "", limit: 1000, at: end, on: connection)
        let changed = Dictionary(page.changes.map { ($0.stored.subject, $0) }, uniquingKeysWith: { first, _ in first })
        var plain = 0
        for subject in subjects {
          guard let rating = try await RatingStore().find(subject, on: connection) else { continue }
          plain += rating.isPlain ? 1 : 0
          let ledger = try #require(try await FactStore().ledgers(of: [subject], on: connection)[subject])
          let derivation = try draft.repriced(ledger, calendar: .builtIn).derive(at: end, scale: draft.scale)
          if derivation.colour == rating.colour {
            #expect(changed[subject] == nil)
          } else {
            #expect(changed[subject]?.colour == derivation.colour && changed[subject]?.score == derivation.score)
          }
        }
        #expect(plain > 0 && plain < subjects.count)
      }
    }
  }

  @Test("a scale that comes into force changes every colour at its instant, without a new fact")
  func turn() async throws {
    let packs = try Fixtures.packs()
    let first = packs.filter { $0.name != "ends" }
    let old = try RulePack(
      yaml: draft().replacing(
        "effective: {from: 2026-07-01}", with: "effective: {from: 2022-05-01, through: 2026-06-30}"),
      file: "old")
    let new = try RulePack(
      yaml: draft(green: "[95, 100]", yellow: "(70, 95)").replacing("\"2\"", with: "\"3\""), file: "new")
    let book = try RuleBook(profile: "ends", packs: first + [old, new])
    let start = try Fixtures.instant(2026, 6, 20)
    try await Desk.with(at: start, book: book) { desk in
      try await desk.take([
        Fixtures.inspection("1", ["TEN"], at: start), Fixtures.inspection("2", [], at: start, subject: Fixtures.site),
      ])
      let begin = desk.application.followScale
      try await desk.runner.run { try await begin.begin(work: $0) }
      #expect(try await desk.rating()?.colour == .green)
      let turn = try Fixtures.instant(2026, 7, 1, hour: 0)
      try await desk.move(to: turn.addingTimeInterval(3_600))
      try await desk.runner.run { try await begin.begin(work: $0) }
      try await desk.move(to: turn.addingTimeInterval(3_600))
      let last = try await desk.told(.scores).last { $0.data["colourBefore"] != nil }
      let change = try ColourChanged(json: try #require(last).data)
      #expect(change.colour == .yellow && change.at == turn && change.derivation.pack == "ends")
      #expect(try await desk.rating()?.colourSince == turn)
      #expect(try await desk.rating(Fixtures.site)?.colourSince == start)
      let found = try await desk.runner.read {
        try await desk.application.findSubject(Fixtures.firm, at: desk.clock.now, on: $0)
      }
      #expect(found.colourSince == turn)
      let recompute = desk.application.recomputeRatings
      let page = try await desk.runner.run { work in
        let range = try await recompute.pages.next(after: "", limit: 10, on: work.connection)
        return try await recompute(try #require(range), work: work)
      }
      #expect(page.differences.isEmpty && page.range.count == 2)
      #expect(try await desk.rating(Fixtures.site)?.colour == .green)
      let told = try await desk.told(.scores).count
      try await desk.runner.run { try await begin.begin(work: $0) }
      try await desk.move(to: turn.addingTimeInterval(7_200))
      #expect(try await desk.told(.scores).count == told)
    }
  }
}
