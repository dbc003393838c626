import Contracts
import Foundation
import Testing

/// The three colours of Lintong, through Kafka and HTTP: the ends of the colours, and no event where a colour stays.
@Suite("E2E-9: the colours of Lintong", .serialized)
struct LintongTests {
  private let firm = "uscc:91350100M000100Y43"

  private func found(_ id: String, _ codes: [String], at: String) throws -> InspectionRecorded {
    InspectionRecorded(
      factId: id, subjectKey: firm, region: "610115", inspectedAt: try #require(RFC3339.date(from: at)),
      inspectionNumber: id, kind: .doubleRandom, onSite: true, problems: true, factCodes: codes)
  }

  @Test(
    "90 is green and recommended, 70 red; in between no event without a change; what ran out comes back at midnight")
  func colours() async throws {
    try await LedgerCity.with(clock: "2026-01-06T01:00:00Z", profile: "lintong", region: "610115") { ledger in
      try await ledger.tell(try found("1", ["dust-uncontrolled"], at: "2026-01-06T00:00:00Z"), id: "e1")
      try await ledger.tell(try found("2", ["odour-nuisance"], at: "2026-01-06T00:30:00Z"), id: "e2")
      // Sent twice, as systems do.
      try await ledger.tell(try found("2", ["odour-nuisance"], at: "2026-01-06T00:30:00Z"), id: "e2")
      try await ledger.becomes(firm, "at ninety") { $0.score == "90" }
      try await ledger.tell(try found("3", ["facilities-not-used"], at: "2026-01-06T00:45:00Z"), id: "e3")
      try await ledger.becomes(firm, "at seventy") { $0.score == "70" && $0["colour"]?.string == "red" }
      // The two ordinary ones run out after six months, the serious one after twelve.
      try await ledger.advance(to: "2026-07-06T15:59:59Z")
      #expect(try await ledger.read("/v1/subjects/\(firm)").score == "70")
      try await ledger.advance(to: "2026-07-06T16:00:00Z")
      #expect(try await ledger.read("/v1/subjects/\(firm)").score == "80")

      let told = try await ledger.told(.scores, about: firm)
      let colours = try told.filter { $0.type == .colourChanged }.map { try $0.decode(ColourChanged.self) }
      #expect(colours.map(\.colour) == [.green, .red, .yellow])
      #expect(colours.map(\.positiveListRecommended) == [true, nil, nil])
      // What follows for inspections: recommended once, entered by nobody; red is inspected most often.
      let recommended = try told.filter { $0.type == .positiveListRecommended }
        .map { try $0.decode(PositiveListRecommended.self) }
      #expect(recommended.map(\.colour) == [.green] && !told.contains { $0.type == .positiveListEntered })
      let plans = try told.filter { $0.type == .inspectionFrequencyChanged }
        .map { try $0.decode(InspectionFrequencyChanged.self) }
      #expect(plans.last?.colour == .red && plans.last?.perYear == 12)
      #expect(try await ledger.read("/v1/positive-list?status=recommended")["entries"]?.array?.count == 1)
      #expect(try await ledger.read("/v1/inspection-plans/\(firm)")["colour"]?.string == "yellow")
      let scores = try told.filter { $0.type == .scoreChanged }.map { try $0.decode(ScoreChanged.self) }
      #expect(scores.map(\.score) == [95, 90, 70, 80] && scores.last?.origin == .expiry)
      #expect(scores.last.map { RFC3339.text(of: $0.at) } == "2026-07-06T16:00:00Z")
      #expect(
        scores.allSatisfy { $0.derivation.pack == "national" && $0.derivation.rule.hasPrefix("scoring.deductions.") })
      let state = try #require(try await ledger.told(.ratingStates, about: firm).last).decode(RatingState.self)
      #expect(state.score == 80 && state.colour == .yellow && state.sequence == told.count)

      // Any past day is explained as it was.
      let then = try await ledger.read("/v1/subjects/\(firm)/explanation?at=2026-01-06T00:40:00Z")
      #expect(
        then.score == "90" && then["lines"]?.array?.map { $0["standing"]?.string } == ["counts", "counts", "not-yet"])
      try await ledger.city.command("recompute", of: "scoring")
    }
  }
}
