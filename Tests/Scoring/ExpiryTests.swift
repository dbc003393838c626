import Contracts
import FoundationEssentials
import Messaging
import Postgres
import Testing

@testable import Scoring

@Suite("Scores change when facts run out, without anyone asking")
struct ExpiryTests {
  @Test("at the very instant the validity ends the points come back and the colour with them")
  func expiry() async throws {
    let now = try Fixtures.instant(2026, 1, 6)
    try await Desk.with(at: now) { desk in
      try await desk.take([Fixtures.inspection("1", ["THIRTY", "TWO"], at: now)])
      let first = try Fixtures.instant(2026, 4, 7, hour: 0)
      try await desk.move(to: first.addingTimeInterval(-1))
      #expect(try await desk.rating()?.score == Points(68))
      try await desk.move(to: first)
      #expect(try await desk.rating()?.score == Points(70))
      let change = try ScoreChanged(json: try #require(try await desk.told(.scores).last).data)
      #expect(change.origin == .expiry && change.at == first && change.points == 2 && change.colour == .red)
      #expect(change.factCodes == ["TWO"])
      try await desk.move(to: try Fixtures.instant(2028, 1, 1))
      #expect(try await desk.rating()?.colour == .green)
      #expect(try await desk.rating()?.nextChange == nil)
      #expect(try await desk.count("select count(*) from timer") == 0)
    }
  }

  @Test("after a long standstill every change is told with its own instant, also when a new fact comes first")
  func catchingUp() async throws {
    let now = try Fixtures.instant(2026, 1, 6)
    try await Desk.with(at: now) { desk in
      try await desk.take([Fixtures.inspection("1", ["TWO", "TEN", "THIRTY"], at: now)])
      let later = try Fixtures.instant(2026, 9, 1)
      desk.clock.move(to: later)
      try await desk.take([Fixtures.inspection("2", ["HUNDREDTH"], at: later)])
      let told = try await desk.told(.scores)
      #expect(told.compactMap { $0.data["colourBefore"] == nil ? $0.score : nil } == ["58", "60", "70", "69.99"])
      let instants = try told.filter { $0.data["colourBefore"] == nil }.map { try ScoreChanged(json: $0.data).at }
      #expect(
        instants == [
          now, try Fixtures.instant(2026, 4, 7, hour: 0), try Fixtures.instant(2026, 7, 7, hour: 0), later,
        ])
      // The timer that was due meanwhile finds nothing left to tell.
      try await desk.move(to: later)
      #expect(try await desk.told(.scores).filter { $0.score != nil }.count == told.count)
    }
  }

  @Test("the explanation is that of the day asked for, and agrees with what was told then")
  func asOf() async throws {
    let now = try Fixtures.instant(2026, 1, 6)
    try await Desk.with(at: now) { desk in
      try await desk.take([Fixtures.inspection("1", ["THIRTY", "TWO"], at: now)])
      try await desk.move(to: try Fixtures.instant(2026, 5, 1))
      for told in try await desk.told(.ratingStates) {
        let state = try RatingState(json: told.data)
        let found = try await desk.runner.read {
          try await desk.application.findSubject(Fixtures.firm, at: state.updatedAt, on: $0)
        }
        #expect(found.derivation.score?.decimal == state.score && found.derivation.colour == state.colour)
        #expect(found.colourSince == state.colourSince)
      }
      let before = try await desk.runner.read {
        try await desk.application.findSubject(Fixtures.firm, at: now.addingTimeInterval(-60), on: $0)
      }
      #expect(before.derivation.colour == .unrated)
      let json = SubjectView.explanation(
        try await desk.runner.read { try await desk.application.findSubject(Fixtures.firm, at: now, on: $0) })
      let lines = try #require(json["lines"]?.array)
      #expect(lines.map { $0["runningTotal"] } == [.number("70"), .number("68")])
      #expect(lines.map { $0["standing"]?.string } == ["counts", "counts"])
    }
  }
}
