import Contracts
import FoundationEssentials
import Testing

@testable import Compensation

@Suite("Negotiation with the obligor")
struct NegotiationTests {
  @Test("the answer is due ten working days after the notice, the end after ninety days, past the festival")
  func periods() throws {
    var walk = try CaseWalk.assessed(try Fixtures.instant(2026, 1, 6))
    try walk.take(NotifyNegotiation(claimFen: 157_950))
    #expect(walk.compensation.status == .negotiation)
    let notified = try #require(walk.latest(NegotiationNotified.self))
    #expect(notified.claimFen == 157_950 && notified.negotiation == 1)
    // 90 days after 6 January is 6 April 2026, a rest day of Qingming.
    #expect(
      notified.dueDates.map(\.due) == [
        try Fixtures.instant(2026, 1, 21, hour: 0), try Fixtures.instant(2026, 4, 8, hour: 0),
      ])
    try walk.take(AnswerNegotiation(willing: true))
    #expect(throws: CompensationError.self) { try walk.take(AnswerNegotiation(willing: false)) }
  }

  @Test("the third round that settles nothing ends the negotiation, and a fourth is not held")
  func rounds() throws {
    var walk = try CaseWalk.assessed(try Fixtures.instant(2026, 1, 6))
    try walk.take(NotifyNegotiation(claimFen: 157_950))
    for round in 1...3 {
      try walk.wait(until: walk.now.addingTimeInterval(86_400))
      let events = try walk.take(HoldRound(outcome: .adjourned, claimFen: 157_950, offerFen: 100_000))
      #expect((events.first as? NegotiationHeld)?.round == round)
      #expect(events.contains { $0 is NegotiationFailed } == (round == 3))
    }
    let failed = try #require(walk.latest(NegotiationFailed.self))
    #expect(failed.reason == .roundsExhausted && failed.rounds == 3)
    #expect(failed.rule?.rule == "compensation.negotiation.rounds")
    #expect(throws: CompensationError.settlement(.doneBefore("the negotiation failed"))) {
      try walk.take(HoldRound(outcome: .agreed))
    }
    #expect(walk.compensation.file.deadlines.allSatisfy { $0.kind == .close || !$0.isOpen })
  }

  @Test("silence is told of when its period is over, and counts as a refusal only then")
  func silence() throws {
    var walk = try CaseWalk.assessed(try Fixtures.instant(2026, 1, 6))
    try walk.take(NotifyNegotiation())
    let due = try #require(walk.compensation.clock(.reply)).dueDate
    #expect(throws: CompensationError.settlement(.tooEarly(due))) {
      try walk.take(FailNegotiation(reason: .noReply))
    }
    try walk.wait(until: due.due)
    #expect(walk.latest(CompensationOverdue.self)?.missed == due)
    try walk.take(FailNegotiation(reason: .noReply))
    #expect(walk.latest(NegotiationFailed.self)?.reason == .noReply)
    #expect(!walk.compensation.isOverdue)
  }

  @Test("after ninety days no round is held; the negotiation ends for lapse of time")
  func lapse() throws {
    var walk = try CaseWalk.assessed(try Fixtures.instant(2026, 1, 6))
    try walk.take(NotifyNegotiation())
    try walk.take(AnswerNegotiation(willing: true))
    let due = try #require(walk.compensation.clock(.negotiation)).dueDate
    #expect(throws: CompensationError.self) { try walk.take(FailNegotiation(reason: .timeExhausted)) }
    try walk.wait(until: due.due)
    #expect(throws: CompensationError.settlement(.periodOver(due))) { try walk.take(HoldRound(outcome: .agreed)) }
    // What was agreed in time is recorded late without harm.
    var agreed = walk
    try agreed.take(HoldRound(heldAt: due.due.addingTimeInterval(-3600), outcome: .agreed))
    try walk.take(FailNegotiation(reason: .timeExhausted))
    #expect(walk.latest(NegotiationFailed.self)?.reason == .timeExhausted)
  }

  @Test("a refusal ends it at once; it is renewed once, under the claim it had, and not a second time")
  func renewal() throws {
    var walk = try CaseWalk.assessed(try Fixtures.instant(2026, 1, 6))
    #expect(throws: CompensationError.self) { try walk.take(RenewNegotiation(reason: "早")) }
    try walk.take(NotifyNegotiation(claimFen: 648_100))
    #expect(throws: CompensationError.settlement(.first("a negotiation that failed"))) {
      try walk.take(RenewNegotiation(reason: "早"))
    }
    try walk.take(AnswerNegotiation(willing: false))
    #expect(walk.latest(NegotiationFailed.self)?.reason == .refused)
    try walk.take(RenewNegotiation(reason: "赔偿义务人表示愿意重新磋商"))
    #expect(walk.latest(NegotiationRenewed.self)?.negotiation == 2)
    #expect(walk.compensation.file.settlement.negotiations.last?.claimFen == 648_100)
    try walk.take(HoldRound(outcome: .failed))
    #expect(walk.latest(NegotiationFailed.self)?.reason == .noAgreement)
    #expect(throws: CompensationError.settlement(.renewalsOver(1))) {
      try walk.take(RenewNegotiation(reason: "再次"))
    }
  }

  @Test("without an obligor nobody is negotiated with; what was agreed fails only by not being signed")
  func parties() throws {
    var nobody = try CaseWalk.assessed(try Fixtures.instant(2026, 1, 6), subject: nil)
    #expect(throws: CompensationError.settlement(.noObligor)) { try nobody.take(NotifyNegotiation()) }
    var agreed = try CaseWalk.agreed(try Fixtures.instant(2026, 1, 6))
    #expect(throws: CompensationError.self) { try agreed.take(FailNegotiation(reason: .noAgreement)) }
    try agreed.take(FailNegotiation(reason: .notSigned, words: "拒不签字"))
    #expect(throws: CompensationError.self) {
      try agreed.take(try SignAgreement.money([(1_000_000, "2026-03-31")], performBy: "2026-03-31"))
    }
  }

  @Test("a round is neither held before the notice nor in the future")
  func instants() throws {
    let now = try Fixtures.instant(2026, 1, 6)
    var walk = try CaseWalk.assessed(now)
    try walk.take(NotifyNegotiation())
    for wrong in [now.addingTimeInterval(-1), now.addingTimeInterval(1)] {
      #expect(throws: CompensationError.self) { try walk.take(HoldRound(heldAt: wrong, outcome: .agreed)) }
    }
    try walk.take(HoldRound(heldAt: now, outcome: .agreed))
  }
}
