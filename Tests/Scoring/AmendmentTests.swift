import Postgres
import Messaging
import Contracts
import FoundationEssentials
import Testing

@testable import Scoring

@Suite("Corrections, repairs and decisions are facts of their own")
struct AmendmentTests {
  private let start: Date

  init() throws { start = try Fixtures.instant(2026, 1, 6) }

  private func day(_ number: Double) -> Date { start.addingTimeInterval(number * 86_400) }

  private func score(_ facts: [Fact], on number: Double) throws -> Derivation {
    try Ledger(of: Fixtures.firm, facts).derive(at: day(number), scale: try Fixtures.scale())
  }

  @Test("a correction takes the entry out from its own instant on, what holds instead counts, the past stays as it was")
  func correction() throws {
    let wrong = try Fixtures.fact("1", ["THIRTY"], from: start)
    let right = try Fixtures.fact(
      "2", ["TWO"], from: day(10), kind: "fact.changed", amends: [Fixtures.entry("1")])
    #expect(try score([right, wrong], on: 9.9).score == Points(70))
    let after = try score([right, wrong], on: 10)
    #expect(after.score == Points(98))
    #expect(after.lines.map(\.standing) == [.withdrawn, .counts])
    #expect(after.lines.first?.withdrawnBy == right.id)
  }

  @Test("a firm whose only judgment is corrected is unrated again; one that was repaired stays rated")
  func rated() throws {
    let found = try Fixtures.fact("1", ["THIRTY"], from: start)
    let upheld = try Fixtures.fact("2", [], from: day(5), kind: "objection.upheld", amends: [found.id])
    #expect(try score([found, upheld], on: 6).colour == .unrated)
    let repair = try Fixtures.fact("3", [], from: day(5), kind: "repair.granted", amends: [found.id])
    #expect(try score([found, repair], on: 6).score == Points(100))
    let rejected = try Fixtures.fact("4", [], from: day(5), kind: "objection.rejected", amends: [found.id])
    #expect(try score([found, rejected], on: 6).score == Points(70))
  }

  @Test("a quashed case counts no longer; what is decided anew under its number does")
  func quashed() throws {
    let number = "罚1"
    let decision = try Fixtures.fact("1", ["THIRTY"], from: start, penalty: number)
    let judgment = try Fixtures.fact(
      "2", [], from: day(20), kind: "litigation.revoked",
      amendsCase: Fact.penaltyCase(source: Fixtures.source, number: number))
    let anew = try Fixtures.fact("3", ["TEN"], from: day(40), penalty: number)
    let all = [anew, judgment, decision]
    #expect(try score(all, on: 19).score == Points(70))
    #expect(try score(all, on: 21).colour == .unrated)
    #expect(try score(all, on: 41).score == Points(90))
  }

  @Test("an amendment that is itself withdrawn gives back what it took, for the rest of the entry's validity")
  func amendedAmendment() throws {
    let found = try Fixtures.fact("1", ["TEN"], from: start)
    let upheld = try Fixtures.fact("2", [], from: day(5), kind: "objection.upheld", amends: [found.id])
    let annulled = try Fixtures.fact("3", [], from: day(9), kind: "fact.corrected", amends: [upheld.id])
    let facts = [found, upheld, annulled]
    for order in [facts, facts.reversed()] {
      #expect(try score(order, on: 4).score == Points(90))
      #expect(try score(order, on: 6).score == nil)
      #expect(try score(order, on: 9).score == Points(90))
      #expect(try score(order, on: 200).score == Points(100))
    }
    let ledger = Ledger(of: Fixtures.firm, facts)
    #expect(ledger.nextChange(after: day(4)) == day(5) && ledger.nextChange(after: day(5)) == day(9))
    #expect(!ledger.isPlain && Ledger(of: Fixtures.firm, [found]).isPlain)
  }

  @Test("two amendments never take each other away, and none amends an entry of another subject")
  func circles() throws {
    let found = try Fixtures.fact("1", ["TEN"], from: start)
    let first = try Fixtures.fact(
      "2", [], from: day(5), kind: "fact.corrected", amends: [found.id, Fixtures.entry("3")])
    let second = try Fixtures.fact("3", [], from: day(6), kind: "fact.corrected", amends: [first.id])
    #expect(try score([found, first, second], on: 5.5).score == nil)
    #expect(try score([found, first, second], on: 7).score == Points(90))
    let elsewhere = try Fixtures.fact(
      "4", [], from: day(5), kind: "fact.corrected", subject: Fixtures.site, amends: [found.id])
    #expect(try score([found], on: 7).score == Points(90))
    #expect(Ledger(of: Fixtures.site, [elsewhere]).entries.count == 1)
  }

  @Test("what is shown changes by an event: points come back, an unrated firm is told as one")
  func told() async throws {
    try await Desk.with(at: start) { desk in
      try await desk.take([Fixtures.inspection("1", ["THIRTY"], at: start)])
      desk.clock.move(to: day(1))
      try await desk.take([
        FactCorrected(
          factId: "c", subjectKey: Fixtures.firm, region: Fixtures.region, correctedAt: day(1), correctedFactId: "1",
          reason: .wrongContent, factCodes: ["TWO"])
      ])
      let told = try await desk.told(.scores)
      let change = try ScoreChanged(json: try #require(told.dropLast().last).data)
      #expect(change.origin == .correction && change.points == 28 && change.score == 98)
      desk.clock.move(to: day(2))
      try await desk.take([
        FactCorrected(
          factId: "d", subjectKey: Fixtures.firm, region: Fixtures.region, correctedAt: day(2), correctedFactId: "c",
          reason: .wrongSubject),
        FactCorrected(
          factId: "e", subjectKey: Fixtures.firm, region: Fixtures.region, correctedAt: day(2), correctedFactId: "1",
          reason: .wrongSubject),
      ])
      let withdrawn = try RatingWithdrawn(json: try #require(try await desk.told(.scores).last).data)
      #expect(withdrawn.colourBefore == .red && withdrawn.scoreBefore == 70)
      let state = try RatingState(json: try #require(try await desk.told(.ratingStates).last).data)
      #expect(state.colour == .unrated && state.score == nil)
      #expect(try await desk.rating()?.colour == .unrated)
    }
  }

  @Test("a transfer to the police counts, whoever is cleared is free of it, a conviction is one vote enough")
  func crime() async throws {
    try await Desk.with(at: start, profile: "lintong") { desk in
      func referred(_ subject: String) -> CrimeReferred {
        CrimeReferred(
          factId: "r \(subject)", subjectKey: subject, region: Fixtures.region, referredAt: start,
          referralNumber: "移〔2026〕1号 \(subject)", factCodes: ["monitoring-fraud"])
      }
      func decided(_ subject: String, _ outcome: CrimeOutcome) -> CrimeDecided {
        CrimeDecided(
          factId: "d \(subject)", subjectKey: subject, region: Fixtures.region, decidedAt: start,
          referralNumber: "移〔2026〕1号 \(subject)", outcome: outcome)
      }
      try await desk.take([referred(Fixtures.firm), referred(Fixtures.site)])
      #expect(try await desk.rating()?.score == Points(60))
      try await desk.take([decided(Fixtures.firm, .convicted), decided(Fixtures.site, .notFiled)])
      #expect(try await desk.rating()?.score == .zero)
      #expect(try await desk.rating(Fixtures.site)?.colour == .unrated)
    }
  }
}
