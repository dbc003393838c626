import Civics
import Contracts
import FoundationEssentials
import Messaging
import Postgres
import Testing

@testable import Compensation

@Suite("Claims against insurers")
struct ClaimTests {
  private func policy(_ desk: Desk, limitFen: Int64 = 1_000_000_000) async throws -> InsurancePolicy {
    let form = PolicyForm(
      number: "PICC-321100-2025", region: "321100", insurers: ["中国人保", "平安产险"],
      coverage: [.ecologicalDamage, .emergencyCleanUp], limitFen: limitFen, from: try day("2025-01-01"),
      through: try day("2025-12-31"))
    return try await desk.runner.run {
      try await desk.application.money.keepPolicy.enter(form, by: Desk.finance, work: $0)
    }
  }

  private func day(_ text: String) throws -> CivilDate { try #require(CivilDate(text)) }

  private func file(
    _ desk: Desk, _ id: UUID, _ policy: InsurancePolicy, _ lines: [ClaimLine], ground: ClaimGround = .noObligor
  ) async throws -> InsuranceClaim {
    let form = ClaimForm(policyId: policy.id, ground: ground, lines: lines)
    return try #require(
      try await desk.runner.run { work in
        try await desk.application.money.fileClaim(form, for: id, by: Desk.finance, work: work, authorise: { _ in })
      })
  }

  @discardableResult
  private func take(_ desk: Desk, _ step: TakeClaimStep.Step, on claim: UUID) async throws -> InsuranceClaim {
    try #require(
      try await desk.runner.run { work in
        try await desk.application.money.takeClaimStep(
          step, on: claim, by: Desk.finance, work: work, authorise: { _ in })
      })
  }

  private static let conditions = ["DAMAGE_ASSESSED", "AMOUNT_FIXED", "COVERED"].map {
    MetCondition($0, evidence: "附件")
  }

  /// E2E-12: waste was dumped and nobody knows by whom. The conditions are met on Friday 26 September 2025; ten working days,
  /// with two working weekend days and the National Day break among them, end on 16 October.
  @Test func `without an obligor the insurer pays within ten working days of the conditions, or all are told`()
    async throws
  {
    try await Desk.with(at: try Fixtures.instant(2025, 9, 1), profile: "zhenjiang") { desk in
      let id = try await desk.ownerless("dumped", assessedFen: 62_000_000)
      let policy = try await policy(desk)
      let claim = try await file(
        desk, id, policy,
        [
          ClaimLine(cover: .ecologicalDamage, amountFen: 50_000_000),
          ClaimLine(cover: .emergencyCleanUp, amountFen: 12_000_000),
        ])
      #expect(try await desk.onlyCase().status == .insurance)
      desk.clock.move(to: try Fixtures.instant(2025, 9, 26))
      try await take(desk, .meet(Array(Self.conditions.prefix(2)), at: nil), on: claim.id)
      #expect(try await desk.told().filter { $0.type == "claim.due" }.isEmpty, "one condition is missing")
      let due = try await take(desk, .meet(Array(Self.conditions.suffix(1)), at: nil), on: claim.id)
      let end = try Fixtures.instant(2025, 10, 17, hour: 0)
      #expect(due.file.clock?.dueDate.due == end, "\(String(describing: due.file.clock?.derivation))")
      try await desk.move(to: end.addingTimeInterval(-1))
      #expect(try await desk.told().filter { $0.type == "claim.overdue" }.isEmpty)
      try await desk.move(to: end)
      try await desk.move(to: try Fixtures.instant(2025, 11, 1))
      #expect(try await desk.told().filter { $0.type == "claim.overdue" }.count == 1, "told once")
      let told = try await desk.latest(ClaimOverdue.self)
      #expect(told.outstandingFen == 62_000_000 && told.missed.rule == "compensation.insurance.payment")
      try await desk.pay("I-1", id, 60_000_000, by: .insurer)
      #expect(try await desk.latest(ClaimPaid.self).complete == false)
      try await desk.pay("I-2", id, 2_500_000, by: .insurer)
      let paid = try await desk.latest(ClaimPaid.self)
      #expect(paid.complete && !paid.onTime && paid.paidFen == 62_000_000 && paid.amountFen == 2_000_000)
      #expect(try await desk.received(id) == 62_000_000)
      // What the insurer paid too much waits.
      #expect(try await desk.waiting().map(\.leftFen) == [500_000])
      #expect(try await desk.balances()[.cases] == -62_000_000)
    }
  }

  @Test func `an obligor found later pays the insurer back, who gets it, and nobody else`() async throws {
    try await Desk.with(at: try Fixtures.instant(2025, 9, 1), profile: "zhenjiang") { desk in
      let id = try await desk.ownerless("dumped", assessedFen: 100)
      let claim = try await file(
        desk, id, try await policy(desk), [ClaimLine(cover: .ecologicalDamage, amountFen: 100)])
      await #expect(throws: ClaimError.self) {
        try await take(desk, .openRecourse(subjectKey: Fixtures.firm), on: claim.id)
      }
      try await take(desk, .meet(Self.conditions, at: nil), on: claim.id)
      try await desk.pay("I-1", id, 100, by: .insurer)
      #expect(try await desk.latest(ClaimPaid.self).onTime)
      try await take(desk, .openRecourse(subjectKey: Fixtures.firm), on: claim.id)
      #expect(try await desk.latest(ClaimRecourseOpened.self).amountFen == 100)
      try await desk.pay("O-1", id, 60)
      try await desk.pay("O-2", id, 70)
      let recovered = try await desk.latest(ClaimRecourseReceived.self)
      #expect(recovered.complete && recovered.recoveredFen == 100 && recovered.amountFen == 40)
      #expect(try await desk.received(id) == 130, "what is above the recourse is the case's")
      #expect(try await desk.balances()[.insurers] == -100)
      let pay = desk.application.money.payOut
      func remit(_ fen: Int64, _ number: String) async throws {
        let order = PayOut.Order(amountFen: fen, paymentNumber: number, reason: "追偿款")
        _ = try await desk.runner.run {
          try await pay.remit(claim: claim.id, order, by: Desk.finance, work: $0, authorise: { _ in })
        }
      }
      await #expect(throws: AccountError.notCovered(availableFen: 100)) { try await remit(101, "T-1") }
      try await remit(80, "T-1")
      await #expect(throws: AccountError.documentTaken("T-1")) { try await remit(20, "T-1") }
      try await remit(20, "T-2")
      #expect(try await desk.balances()[.insurers] == 0)
    }
  }

  @Test func `a claim fits its case, its policy and the policy's limit`() async throws {
    try await Desk.with(at: try Fixtures.instant(2025, 9, 1), profile: "zhenjiang") { desk in
      let policy = try await policy(desk, limitFen: 150)
      let first = try await desk.ownerless("one", assessedFen: 100)
      let second = try await desk.ownerless("two", assessedFen: 100)
      let line = ClaimLine(cover: .ecologicalDamage, amountFen: 100)
      await #expect(throws: ClaimError.self) { try await file(desk, first, policy, [line], ground: .delayed) }
      await #expect(throws: ClaimError.self) {
        try await file(desk, first, policy, [ClaimLine(cover: .legalServices, amountFen: 1)])
      }
      let claim = try await file(desk, first, policy, [line])
      await #expect(throws: ClaimError.alreadyClaimed) {
        try await file(desk, first, policy, [ClaimLine(cover: .ecologicalDamage, amountFen: 1)])
      }
      await #expect(throws: ClaimError.aboveLimit(leftFen: 50)) { try await file(desk, second, policy, [line]) }
      try await take(desk, .withdraw(.notCovered), on: claim.id)
      await #expect(throws: ClaimError.self) { try await take(desk, .withdraw(.notCovered), on: claim.id) }
      _ = try await file(desk, second, policy, [line])
      // An insurer's money without a claim waits.
      try await desk.pay("I-9", first, 5, by: .insurer)
      #expect(try await desk.waiting().map(\.reason) == [.noClaim])
      await #expect(throws: ClaimError.policyNumberTaken("PICC-321100-2025")) { _ = try await self.policy(desk) }
    }
  }
}
