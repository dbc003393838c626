import Postgres
import Messaging
import Contracts
import FoundationEssentials
import Testing

@testable import Scoring

@Suite("Per site and per owner")
struct OwnerTests {
  private static let other = "uscc:91110108551385082Q"
  private let start: Date

  init() throws { start = try Fixtures.instant(2026, 1, 6) }

  private func day(_ number: Double) -> Date { start.addingTimeInterval(number * 86_400) }

  private func link(_ number: String, to owner: String, on day: Double) throws -> Fact {
    try Fixtures.fact(
      number, [], from: self.day(day), kind: "subject.linked", subject: Fixtures.site, owner: owner)
  }

  private func score(_ subject: String, _ facts: [Fact], on number: Double) throws -> Points? {
    let own = facts.filter { $0.subject == subject || $0.subject == Fixtures.site }
    return try Ledger(of: subject, own).derive(at: day(number), scale: try Fixtures.scale()).score
  }

  @Test("a site's facts count for its owner from the link on, old ones too, and for the site as ever")
  func linked() throws {
    let facts = [
      try Fixtures.fact("1", ["THIRTY"], from: start, subject: Fixtures.site),
      try Fixtures.fact("2", ["TEN"], from: start), try link("l", to: Fixtures.firm, on: 10),
      try Fixtures.fact("3", ["TWO"], from: day(20), subject: Fixtures.site),
    ]
    for order in [facts, facts.reversed()] {
      #expect(try score(Fixtures.firm, order, on: 9) == Points(90))
      #expect(try score(Fixtures.firm, order, on: 10) == Points(60))
      #expect(try score(Fixtures.firm, order, on: 20) == Points(58))
      #expect(try score(Fixtures.site, order, on: 20) == Points(68))
    }
  }

  @Test("a site that is sold counts for the new owner; a wrong link that is corrected never did from then on")
  func sold() throws {
    let found = try Fixtures.fact("1", ["THIRTY"], from: start, subject: Fixtures.site)
    let first = try link("l1", to: Fixtures.firm, on: 1)
    let second = try link("l2", to: Self.other, on: 5)
    let facts = [found, first, second]
    #expect(try score(Fixtures.firm, facts, on: 4) == Points(70))
    #expect(try score(Fixtures.firm, facts, on: 5) == nil)
    #expect(try score(Self.other, facts, on: 4) == nil)
    #expect(try score(Self.other, facts, on: 5) == Points(70))
    let wrong = try Fixtures.fact(
      "c", [], from: day(8), kind: "fact.corrected", subject: Fixtures.site, amends: [second.id])
    #expect(try score(Self.other, facts + [wrong], on: 9) == nil)
    #expect(try score(Fixtures.firm, facts + [wrong], on: 9) == Points(70))
    let site = Ledger(of: Fixtures.site, facts + [wrong])
    #expect(site.owner(at: day(0)) == nil && site.owner(at: day(2)) == Fixtures.firm)
    #expect(site.owner(at: day(6)) == Self.other && site.owner(at: day(9)) == Fixtures.firm)
  }

  @Test("the owner is told of with its site, and both ratings change together")
  func told() async throws {
    try await Desk.with(at: start) { desk in
      try await desk.take([
        Fixtures.inspection("1", ["TEN"], at: start, subject: Fixtures.site),
        SubjectLinked(
          factId: "l", subjectKey: Fixtures.site, region: Fixtures.region, linkedAt: start, ownerKey: Fixtures.firm),
      ])
      #expect(try await desk.rating()?.score == Points(90))
      #expect(try await desk.rating(Fixtures.site)?.owner == Fixtures.firm)
      let state = try RatingState(
        json: try #require(try await desk.told(.ratingStates, about: Fixtures.site).last).data)
      #expect(state.ownerKey == Fixtures.firm)
      try await desk.take([Fixtures.inspection("2", ["THIRTY"], at: start, subject: Fixtures.site)])
      let changes = try await desk.told(.scores).filter { $0.data["colourBefore"] == nil }
      let change = try ScoreChanged(json: try #require(changes.last).data)
      #expect(change.score == 60 && change.siteKey == Fixtures.site && change.points == -30)
      let found = try await desk.runner.read {
        try await desk.application.findSubject(Fixtures.firm, at: start, on: $0)
      }
      #expect(found.derivation.score == Points(60) && found.ledger.sites == [Fixtures.site])
      // Its validity ends for both at one instant.
      try await desk.move(to: try Fixtures.instant(2026, 7, 7, hour: 0))
      #expect(try await desk.rating()?.score == Points(70))
      #expect(try await desk.rating(Fixtures.site)?.score == Points(70))
    }
  }

  @Test("only a site has an owner, and only an enterprise is one")
  func refused() async throws {
    try await Desk.with(at: start) { desk in
      func link(_ site: String, _ owner: String) -> SubjectLinked {
        SubjectLinked(factId: site + owner, subjectKey: site, region: Fixtures.region, linkedAt: start, ownerKey: owner)
      }
      try await desk.take([
        link(Fixtures.firm, Self.other), link(Fixtures.site, "site:610115:别的作坊"),
        link(Fixtures.site, "uscc:91350100M000100Y44"),
      ])
      let codes = try await desk.pool.query("select code from dead_letter order by id", as: String.self)
      #expect(codes == ["field-format", "field-format", "uscc-invalid"])
      #expect(try await desk.count("select count(*) from fact") == 0)
    }
  }
}
