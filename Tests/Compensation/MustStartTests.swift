import Contracts
import FoundationEssentials
import Testing

@testable import Compensation

@Suite("Cases that must be started")
struct MustStartTests {
  private let opened: Date

  init() throws { opened = try Fixtures.instant(2026, 3, 10) }

  @Test("inside a red line, or after another act within two years, even notably minor damage is claimed for")
  func mustStart() throws {
    let clue = try CaseWalk(opened: opened)
    let minor = Check(damaged: true, reason: .notablyMinor)
    var plain = clue
    try plain.take(minor)
    #expect(plain.compensation.status == .notStarted)
    var redLine = clue
    var inside = minor
    inside.redLine = true
    #expect(throws: CompensationError.mustStart([.redLine])) { try redLine.take(inside) }
    var known = clue
    var repeated = minor
    repeated.repeated = true
    #expect(throws: CompensationError.mustStart([.repeated])) { try known.take(repeated) }
    #expect(redLine.compensation.status == .clue && known.compensation.status == .clue)
    inside.reason = nil
    let filed = try redLine.take(inside, earlier: [opened.addingTimeInterval(-86_400)]).first as? CompensationFiled
    #expect(filed?.mustStart == [.redLine, .repeated])
    // Filed, it cannot be ended as minor either.
    #expect(throws: CompensationError.mustStart([.redLine, .repeated])) {
      try redLine.take(Terminate(reason: .notablyMinor))
    }
    try redLine.take(Terminate(reason: .obligorGone))
  }

  @Test("two years are counted by days: the day itself is within, the day before is not")
  func window() throws {
    let minor = Check(damaged: true, reason: .notablyMinor)
    var within = try CaseWalk(opened: opened)
    #expect(throws: CompensationError.mustStart([.repeated])) {
      try within.take(minor, earlier: [try Fixtures.instant(2024, 3, 10, hour: 0)])
    }
    var without = within
    try without.take(minor, earlier: [try Fixtures.instant(2024, 3, 9, hour: 23)])
    #expect(without.compensation.status == .notStarted)
  }

  @Test("other reasons stand: nothing must be claimed twice, or from nobody")
  func others() throws {
    for reason in NotStartedReason.allCases where reason != .noDamage && reason != .notablyMinor {
      var walk = try CaseWalk(opened: opened)
      try walk.take(Check(damaged: true, reason: reason, redLine: true))
      #expect(walk.compensation.file.notStarted == reason)
    }
  }

  @Test("earlier acts are penalties decided and cases filed, of this obligor, before this clue")
  func earlier() async throws {
    try await Desk.with(at: opened) { desk in
      func decided(_ number: String, _ fact: String, _ subject: String, _ kind: PenaltyDecisionKind, _ at: Date)
        -> PenaltyDecided
      {
        PenaltyDecided(
          factId: fact, subjectKey: subject, region: "360482", decidedAt: at, penaltyNumber: number, decision: kind,
          factCodes: [])
      }
      let year = opened.addingTimeInterval(-365 * 86_400)
      let minor = Check(damaged: true, reason: .notablyMinor)
      // Another firm's, one without a penalty, and one of this very case: none of them counts.
      try await desk.take([
        decided("旧1", "a", Fixtures.firm, .fine, year), decided("旧2", "b", Fixtures.site, .noPenalty, year),
        Fixtures.filing("罚1", at: opened.addingTimeInterval(-60)),
        decided("罚1", "c", Fixtures.site, .fine, opened.addingTimeInterval(-50)),
      ])
      let first = try await desk.onlyCase()
      try await desk.step(minor, on: first.id)
      // One of this obligor does.
      try await desk.take([
        decided("旧3", "d", Fixtures.site, .fine, year), Fixtures.filing("罚2", fact: "f-2", at: opened),
      ])
      let second = Clue.id("penalty", "/enforcement/test", "罚2")
      await #expect(throws: CompensationError.mustStart([.repeated])) { try await desk.step(minor, on: second) }
      try await desk.step(Check(damaged: true), on: second)
      #expect(try await desk.latest(CompensationFiled.self).mustStart == [.repeated])
    }
  }
}
