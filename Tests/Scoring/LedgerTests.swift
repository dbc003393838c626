import Contracts
import FoundationEssentials
import ServiceKit
import Testing

@testable import Scoring

@Suite("The ledger")
struct LedgerTests {
  private func score(_ facts: [Fact], at instant: Date) throws -> Derivation {
    try Ledger(of: Fixtures.firm, facts).derive(at: instant, scale: try Fixtures.scale())
  }

  @Test("without facts a firm is unrated, not green; the filing of a penalty case judges nothing; a clean look does")
  func unrated() throws {
    let now = try Fixtures.instant(2026, 1, 6)
    #expect(try score([], at: now).colour == .unrated)
    let filing = try Fixtures.fact("1", ["THIRTY"], from: now, kind: "penalty.filed")
    let filed = try score([filing], at: now)
    #expect(filed.colour == .unrated && filed.score == nil)
    let clean = try Fixtures.fact("2", [], from: now)
    #expect(try score([filing, clean], at: now).score == Points(100))
    #expect(try score([clean], at: now.addingTimeInterval(-1)).colour == .unrated)
  }

  @Test("a deduction counts from the instant it was established to the instant its validity ends")
  func validity() throws {
    let start = try Fixtures.instant(2026, 1, 6)
    let fact = try Fixtures.fact("1", ["TEN"], from: start)
    let end = try #require(fact.lines.first?.until)
    #expect(end == (try Fixtures.instant(2026, 7, 7, hour: 0)))
    #expect(try score([fact], at: start).score == Points(90))
    #expect(try score([fact], at: end.addingTimeInterval(-1)).score == Points(90))
    #expect(try score([fact], at: end).score == Points(100))
  }

  @Test("every order of arrival, with any fact told twice, gives the same derivation")
  func order() throws {
    let start = try Fixtures.instant(2026, 1, 6)
    let petition = UUID()
    let facts = [
      try Fixtures.fact("1", ["TEN", "TWO"], from: start, petition: petition),
      try Fixtures.fact("2", ["TEN"], from: start.addingTimeInterval(86_400), penalty: "罚1"),
      try Fixtures.fact(
        "3", ["TEN"], from: start.addingTimeInterval(3_600), kind: "penalty.filed", petition: petition, penalty: "罚1"),
      try Fixtures.fact("4", ["NINETEEN_99"], from: start.addingTimeInterval(100 * 86_400)),
      try Fixtures.fact("5", ["STUDY_AND_EXAM"], from: start, kind: "study.credited"),
    ]
    let instants = [0, 2, 99, 101, 181, 190, 400].map { start.addingTimeInterval(Double($0) * 86_400) }
    let scale = try Fixtures.scale()
    func results(_ ledger: Ledger) throws -> [String] {
      try instants.map { instant in
        let derivation = try ledger.derive(at: instant, scale: scale)
        let lines = derivation.lines.map { "\($0.fact.externalId) \($0.standing) \($0.runningTotal)" }
        return "\(lines) \(derivation.colour) \(try ledger.colourSince(derivation, scales: ScaleHistory(scale)))"
      }
    }
    let expected = try results(Ledger(of: Fixtures.firm, facts))
    for order in permutations(facts) {
      var ledger = Ledger(of: Fixtures.firm)
      for fact in order { ledger.add(fact) }
      for fact in order.prefix(2) where ledger.add(fact) { Issue.record("a fact told twice was added twice") }
      #expect(try results(ledger) == expected)
    }
  }

  @Test("fifty thousand facts of a firm that was always red are walked through once to say since when it is")
  func long() throws {
    let start = try Fixtures.instant(2026, 1, 6)
    let rules = ScoringRules(try Fixtures.book().rules(at: start))
    let facts = try (0..<50_000).map { number in
      let report = FactReport(
        subject: Fixtures.firm, region: Fixtures.region, origin: .inspection, kind: "inspection.recorded",
        source: Fixtures.source, externalId: String(number), establishedAt: start.addingTimeInterval(Double(number)),
        codes: ["THIRTY", "CRIME"], content: [])
      return try rules.assess(report, correlation: "root")
    }
    let ledger = Ledger(of: Fixtures.firm, facts)
    let scales = ScaleHistory(try Fixtures.scale())
    let began = ContinuousClock.now
    let derivation = try ledger.derive(at: start.addingTimeInterval(100_000), scale: scales.scale(at: start))
    #expect(derivation.colour == .red && derivation.counting == 50_000)
    #expect(try ledger.colourSince(derivation, scales: scales) == start)
    // From one instant to the next it took a minute.
    #expect(ContinuousClock.now - began < .seconds(10))
  }

  @Test("one act counts once: the petition's finding, then the penalty for it when the finding has run out")
  func once() throws {
    let start = try Fixtures.instant(2026, 1, 6)
    let petition = UUID()
    let finding = try Fixtures.fact("1", ["TEN"], from: start, petition: petition)
    let filing = try Fixtures.fact(
      "2", ["TEN"], from: start, kind: "penalty.filed", petition: petition, penalty: "罚1")
    let later = try Fixtures.instant(2026, 5, 6)
    let decision = try Fixtures.fact("3", ["TEN"], from: later, penalty: "罚1")
    let amended = try Fixtures.fact("4", ["TEN"], from: later.addingTimeInterval(60), penalty: "罚1")
    let other = try Fixtures.fact("5", ["TEN"], from: later, penalty: "罚2")
    let all = [finding, filing, decision, amended]
    #expect(try score(all, at: later.addingTimeInterval(120)).score == Points(90))
    #expect(try score(all + [other], at: later.addingTimeInterval(120)).score == Points(80))
    let after = try Fixtures.instant(2026, 8, 1)
    let derivation = try score(all, at: after)
    #expect(derivation.score == Points(90))
    #expect(derivation.lines.filter { $0.standing == .counts }.count == 1)
    #expect(derivation.lines.contains { $0.standing == .countedAlready })
    #expect(derivation.lines.contains { $0.standing == .lapsed })
  }

  @Test("lines stand in the order in which they count, and a subject belongs where its newest fact was")
  func newest() throws {
    let start = try Fixtures.instant(2026, 1, 6)
    let late = try Fixtures.fact("late", ["TWO"], from: start.addingTimeInterval(60), region: "610116")
    let early = try Fixtures.fact("early", ["TEN"], from: start)
    for ledger in [Ledger(of: Fixtures.firm, [late, early]), Ledger(of: Fixtures.firm, [early, late])] {
      let derivation = try ledger.derive(at: start.addingTimeInterval(60), scale: try Fixtures.scale())
      #expect(derivation.lines.map(\.fact.externalId) == ["early", "late"])
      #expect(derivation.lines.map(\.runningTotal) == [Points(90), Points(88)])
      #expect(ledger.region == "610116")
    }
  }

  @Test("the score never leaves the scale, the running total does, and one vote holds it at the lowest")
  func clamp() throws {
    let start = try Fixtures.instant(2026, 1, 6)
    let heavy = try (0..<4).map { try Fixtures.fact("\($0)", ["THIRTY"], from: start) }
    let deep = try score(heavy, at: start)
    #expect(deep.score == .zero)
    #expect(deep.total == Points(-20))
    let good = try Fixtures.fact("g", ["STUDY_AND_EXAM"], from: start, kind: "study.credited")
    #expect(try score([good], at: start).score == nil)
    let clean = try Fixtures.fact("c", [], from: start)
    #expect(try score([good, clean], at: start).score == Points(100))
    let vetoed = try score([try Fixtures.fact("v", ["CRIME"], from: start)], at: start)
    #expect(vetoed.score == .zero && vetoed.total == Points(99) && vetoed.isVetoed)
  }

  @Test(
    "codes in small letters are those of the packs; unknown ones are recorded without points; no code earns a bonus")
  func codes() throws {
    let start = try Fixtures.instant(2026, 1, 6)
    let fact = try Fixtures.fact("1", ["nineteen-99", "NINETEEN_99", "no-such-code", "STUDY_AND_EXAM"], from: start)
    #expect(fact.codes == ["NINETEEN_99", "NO_SUCH_CODE", "STUDY_AND_EXAM"])
    #expect(try score([fact], at: start).total == Points(hundredths: 8_001))
    let shipped = try Fixtures.fact("2", ["sanluanwu"], from: start, profile: "lintong")
    #expect(shipped.lines.first?.points == Points(-40))
    #expect(shipped.lines.first?.rule?.rule == "scoring.deductions.SANLUANWU")
  }

  private func permutations(_ facts: [Fact]) -> [[Fact]] {
    guard facts.count > 1 else { return [facts] }
    return facts.indices.flatMap { index in
      var rest = facts
      let first = rest.remove(at: index)
      return permutations(rest).map { [first] + $0 }
    }
  }
}
