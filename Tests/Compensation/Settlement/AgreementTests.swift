import Civics
import Contracts
import FoundationEssentials
import Testing

@testable import Compensation

@Suite("Agreements")
struct AgreementTests {
  private let opened: Date
  init() throws { opened = try Fixtures.instant(2026, 1, 6) }

  private static let fish = RestorationMeasure(
    mode: .fishRelease, unit: .fry, quantity: 20_000, valueFen: 400_000)

  @Test("money and what is done in kind together make the amount, to the fen")
  func amounts() throws {
    let walk = try CaseWalk.agreed(opened)
    let day = try CivilDate.of("2026-03-31")
    func sign(_ amount: Int64, paid: Int64) -> SignAgreement {
      SignAgreement(
        agreementNumber: "1", amountFen: amount, measures: [Self.fish],
        instalments: [PlannedInstalment(amountFen: paid, by: day)], performBy: day)
    }
    for (amount, paid) in [(Int64(1_000_000), Int64(599_999)), (1_000_000, 600_001)] {
      var walk = walk
      #expect(throws: CompensationError.settlement(.amountsDiffer(amountFen: amount, coveredFen: paid + 400_000))) {
        try walk.take(sign(amount, paid: paid))
      }
      #expect(walk.compensation.status == .negotiation)
    }
    var signed = walk
    try signed.take(sign(1_000_000, paid: 600_000))
    let told = try #require(signed.latest(AgreementSigned.self))
    #expect(told.modes == [.money, .fishRelease] && told.amountFen == 1_000_000)
    #expect(told.performBy == (try Fixtures.instant(2026, 4, 1, hour: 0)))
    #expect(signed.compensation.status == .agreed && signed.compensation.amountFen == 1_000_000)
    var nothing = walk
    #expect(throws: CompensationError.self) {
      try nothing.take(SignAgreement(agreementNumber: "1", amountFen: 0, performBy: day))
    }
  }

  @Test("instalments follow each other to the last day; the last of February ends with its month")
  func instalments() throws {
    var walk = try CaseWalk.agreed(opened)
    for wrong in [
      [(500_000, "2026-02-28"), (500_000, "2026-02-28")], [(500_000, "2026-03-31"), (500_000, "2026-02-28")],
      [(1_000_000, "2026-01-05")], [(1_000_000, "2026-04-01")], [(0, "2026-02-01"), (1_000_000, "2026-03-31")],
    ] as [[(Int64, String)]] {
      var walk = walk
      #expect(throws: CompensationError.self) { try walk.take(try SignAgreement.money(wrong, performBy: "2026-03-31")) }
    }
    try walk.take(try SignAgreement.money([(400_000, "2026-02-28"), (600_000, "2026-03-31")], performBy: "2026-03-31"))
    let due = walk.compensation.file.deadlines.filter { $0.kind == .instalment }.map(\.dueDate.due)
    #expect(due == [try Fixtures.instant(2026, 3, 1, hour: 0), try Fixtures.instant(2026, 4, 1, hour: 0)])
  }

  @Test("money that came before the agreement counts; a later instalment is told paid once the sum covers it")
  func payments() throws {
    var walk = try CaseWalk.agreed(opened)
    try walk.take(
      try SignAgreement.money([(400_000, "2026-02-28"), (600_000, "2026-03-31")], performBy: "2026-03-31"),
      received: 500_000)
    let paid = try #require(walk.latest(InstalmentPaid.self))
    #expect(paid.instalment.number == 1 && !paid.late && paid.outstandingFen == 500_000)
    var compensation = walk.compensation
    #expect(compensation.settleInstalments(received: 999_999, at: walk.now).isEmpty)
    #expect(compensation.file.performedAt == nil)
    let late = try Fixtures.instant(2026, 4, 1, hour: 0)
    let last = compensation.settleInstalments(received: 1_000_000, at: late)
    #expect((last.first as? InstalmentPaid)?.late == true && last.count == 1)
    #expect(compensation.settleInstalments(received: 2_000_000, at: late).isEmpty)
    #expect(compensation.file.performedAt == late && compensation.isPerformed)
  }

  @Test("who paid in time is not late because the bank's message was; nothing is performed before it is agreed")
  func toldLate() throws {
    var walk = try CaseWalk.agreed(opened)
    try walk.take(try SignAgreement.money([(400_000, "2026-02-28")], performBy: "2026-02-28"))
    let read = try Fixtures.instant(2026, 3, 5)
    for (paid, performed) in [
      (try Fixtures.instant(2026, 2, 20), try Fixtures.instant(2026, 2, 20)),
      (opened.addingTimeInterval(-86_400), walk.now),
    ] {
      var compensation = walk.compensation
      let events = compensation.settleInstalments(received: 400_000, paidAt: paid, at: read)
      #expect((events.first as? InstalmentPaid)?.late == false)
      #expect(compensation.file.performedAt == performed)
      #expect(compensation.file.deadlines.filter { $0.kind.isAgreed }.allSatisfy { $0.metAt == performed })
    }
    var late = walk.compensation
    let events = late.settleInstalments(received: 400_000, paidAt: try Fixtures.instant(2026, 3, 1, hour: 0), at: read)
    #expect((events.first as? InstalmentPaid)?.late == true)
  }

  @Test("however money comes, instalments are covered in their order, each told once, never for more than came")
  func order() throws {
    var chance = Chance(seed: 20_260_106)
    for _ in 0..<300 {
      let count = chance.number(1...12)
      let first = try CivilDate.of("2026-01-31")
      let parts = (0..<count).map { index in
        PlannedInstalment(amountFen: Int64(chance.number(1...1_000_000)), by: first.adding(days: index * 7))
      }
      var walk = try CaseWalk.agreed(opened)
      try walk.take(
        SignAgreement(
          agreementNumber: "1", amountFen: parts.reduce(0) { $0 + $1.amountFen }, instalments: parts,
          performBy: first.adding(days: 365)))
      var compensation = walk.compensation
      var (received, told) = (Int64(0), [Int]())
      for _ in 0..<20 {
        received += Int64(chance.number(0...1_000_000))
        let events = compensation.settleInstalments(received: received, at: walk.now)
        told += events.compactMap { ($0 as? InstalmentPaid)?.instalment.number }
        let covered = parts.prefix(told.count).reduce(0) { $0 + $1.amountFen }
        #expect(covered <= received)
        #expect(told.count == count || covered + parts[told.count].amountFen > received)
      }
      #expect(told == Array(1...max(1, told.count)).prefix(told.count).map { $0 })
      #expect(compensation.isPerformed == (told.count == count))
    }
  }

  @Test("an instalment not paid is told of at its end; the agreement is then in default, and can be sued on")
  func defaulted() throws {
    var walk = try CaseWalk.agreed(opened)
    try walk.take(try SignAgreement.money([(400_000, "2026-02-28"), (600_000, "2026-03-31")], performBy: "2026-03-31"))
    #expect(throws: CompensationError.self) { try walk.take(DeclareDefault()) }
    try walk.wait(until: try Fixtures.instant(2026, 3, 1, hour: 0))
    #expect(walk.latest(CompensationOverdue.self)?.missed.rule == "compensation.agreement.instalment")
    try walk.take(DeclareDefault(), received: 100_000)
    let told = try #require(walk.latest(AgreementDefaulted.self))
    #expect(!told.enforceable && told.outstandingFen == 900_000)
    var compensation = walk.compensation
    let suit = PrepareSuit(
      cause: .agreementNotPerformed, court: "漳州市中级人民法院", plaintiff: "漳州市人民政府", facts: "违法排放废水。")
    let circumstances = Circumstances(now: walk.now, rules: walk.rules)
    let events = try suit.take(on: &compensation, in: circumstances) { _ in String(repeating: "0", count: 64) }
    #expect((events.first as? SuitPapersPrepared)?.amountFen == 1_000_000 && compensation.status == .suit)
  }

  @Test("an amended plan keeps what is paid and the amount; its clocks replace those that run")
  func amended() throws {
    var walk = try CaseWalk.agreed(opened)
    try walk.take(
      try SignAgreement.money([(400_000, "2026-02-28"), (600_000, "2026-03-31")], performBy: "2026-03-31"),
      received: 400_000)
    func plan(_ parts: [(Int64, String)]) throws -> AmendAgreement {
      AmendAgreement(
        instalments: try parts.map { PlannedInstalment(amountFen: $0.0, by: try .of($0.1)) },
        performBy: try .of("2026-06-30"))
    }
    for wrong in [
      [(300_000, "2026-02-28"), (700_000, "2026-06-30")], [(400_000, "2026-02-28"), (500_000, "2026-06-30")],
      [(1_000_000, "2026-06-30")],
    ] as [[(Int64, String)]] {
      #expect(throws: CompensationError.self) { try walk.take(try plan(wrong)) }
    }
    try walk.take(
      try plan([(400_000, "2026-02-28"), (300_000, "2026-05-31"), (300_000, "2026-06-30")]), received: 400_000)
    let running = walk.compensation.file.deadlines.filter { $0.kind == .instalment && $0.isOpen }.map(\.dueDate.due)
    #expect(running == [try Fixtures.instant(2026, 6, 1, hour: 0), try Fixtures.instant(2026, 7, 1, hour: 0)])
    #expect(walk.latest(AgreementAmended.self)?.instalments.count == 3)
  }

  @Test("a court confirms when it has published the agreement for thirty days, not an hour before")
  func confirmation() throws {
    var walk = try CaseWalk.agreed(opened)
    try walk.take(try SignAgreement.money([(1_000_000, "2026-06-30")], performBy: "2026-06-30"))
    try walk.take(ApplyForConfirmation(court: "漳州市中级人民法院"))
    let ruling = RecordRuling(decision: .confirmed, rulingNumber: "(2026)闽06民特1号")
    #expect(throws: CompensationError.settlement(.first("record-publication"))) { try walk.take(ruling) }
    try walk.wait(until: try Fixtures.instant(2026, 2, 1))
    try walk.take(RecordPublication())
    let notBefore = try #require(walk.latest(AgreementCourtPublished.self)).notBefore
    #expect(notBefore.due == (try Fixtures.instant(2026, 3, 4, hour: 0)))
    try walk.wait(until: notBefore.due.addingTimeInterval(-3600))
    #expect(throws: CompensationError.settlement(.tooEarly(notBefore))) { try walk.take(ruling) }
    try walk.wait(until: notBefore.due)
    #expect(throws: CompensationError.self) { try walk.take(RecordRuling(decision: .confirmed)) }
    var rejected = walk
    try walk.take(ruling)
    #expect(walk.compensation.status == .performing)
    #expect(walk.compensation.file.settlement.agreement?.isConfirmed == true)
    // What a court confirmed is enforced, not sued on.
    try walk.wait(until: try Fixtures.instant(2026, 7, 1, hour: 0))
    try walk.take(DeclareDefault())
    #expect(walk.latest(AgreementDefaulted.self)?.enforceable == true)
    var compensation = walk.compensation
    let suit = PrepareSuit(cause: .agreementNotPerformed, court: "漳州市中级人民法院", plaintiff: "市政府", facts: "不履行")
    #expect(throws: CompensationError.self) {
      try suit.take(on: &compensation, in: Circumstances(now: walk.now, rules: walk.rules)) { $0 }
    }
    // What it refuses is void, and talked over anew.
    try rejected.take(RecordRuling(decision: .rejected))
    #expect(rejected.compensation.status == .negotiation && rejected.compensation.amountFen == nil)
    #expect(rejected.compensation.file.deadlines.allSatisfy { !$0.kind.isAgreed || !$0.isOpen })
    try rejected.take(HoldRound(outcome: .agreed))
  }

  @Test(
    "a public-interest suit about the same act is linked, goes on under its number, and stands in the suit's papers")
  func publicInterest() throws {
    var walk = try CaseWalk.assessed(opened)
    func link(_ state: PublicInterestSuit.State) -> LinkPublicInterestSuit {
      LinkPublicInterestSuit(
        plaintiff: "漳州市人民检察院", court: "漳州市中级人民法院", suitNumber: "(2026)闽06民初1号", state: state)
    }
    try walk.take(link(.filed))
    try walk.take(link(.stayed))
    #expect(walk.compensation.file.settlement.publicInterestSuits.map(\.state) == [.stayed])
    var ahead = link(.decided)
    ahead.at = walk.now.addingTimeInterval(1)
    let future = ahead
    #expect(throws: CompensationError.self) { try walk.take(future) }
    let text = SuitText(
      number: "C", plaintiff: "漳州市人民政府", obligor: Fixtures.firm, court: "漳州市中级人民法院",
      cause: .negotiationFailed, facts: "偷排", claimFen: 1, settlement: walk.compensation.file.settlement, documents: [],
      day: try .of("2026-03-01")
    ).text
    #expect(text.contains("关联公益诉讼:(2026)闽06民初1号") && text.contains("第十七条"))
  }

  @Test("suit papers say why negotiation failed, name the court of first instance, and hold every enclosure")
  func suitPapers() throws {
    var walk = try CaseWalk.assessed(opened, profile: "mudanjiang")
    try walk.take(NotifyNegotiation(claimFen: 648_100))
    try walk.take(HoldRound(outcome: .failed))
    func suit(_ court: String, _ cause: SuitCause = .negotiationFailed) -> PrepareSuit {
      PrepareSuit(
        cause: cause, court: court, facts: "私设暗管排放超标废水,进入铁岭河。",
        documents: [EvidenceReference(uri: "archive://report", kind: "鉴定意见")])
    }
    let circumstances = Circumstances(now: walk.now, rules: walk.rules)
    var compensation = walk.compensation
    #expect(throws: CompensationError.self) {
      try suit("阳明区人民法院").take(on: &compensation, in: circumstances) { $0 }
    }
    #expect(throws: CompensationError.self) {
      try suit("牡丹江市中级人民法院", .negotiationImpossible).take(on: &compensation, in: circumstances) { $0 }
    }
    _ = try suit("牡丹江市中级人民法院").take(on: &compensation, in: circumstances) { _ in
      String(repeating: "a", count: 64)
    }
    let papers = try #require(compensation.file.settlement.suit)
    for part in ["牡丹江市人民政府", Fixtures.firm, "6481.00元", "经磋商未达成一致", "第1轮:2026-01-06", "1. 鉴定意见"] {
      #expect(papers.text.contains(part), "\(part)")
    }
    #expect(try CaseFile(json: compensation.file.json, path: "file") == compensation.file)
  }
}
