import Civics
import Contracts
import FoundationEssentials
import Messaging
import Postgres
import Support
import Testing

@testable import Compensation

@Suite("The one account")
struct AccountTests {
  private func project(_ desk: Desk, budgetFen: Int64) async throws -> FundProject {
    let form = ProjectForm(
      title: "世业洲生态修复示范基地", region: "321100", category: .educationBase, budgetFen: budgetFen, approval: "镇政办〔2025〕1号")
    return try await desk.runner.run {
      try await desk.application.money.approveProject(form, by: Desk.finance, work: $0)
    }
  }

  @discardableResult
  private func spend(_ desk: Desk, _ fen: Int64, _ number: String, on project: UUID) async throws -> FundProject? {
    let order = SpendOnProject.Order(amountFen: fen, paymentNumber: number, purpose: "苗木")
    return try await desk.runner.run {
      try await desk.application.money.spendOnProject(
        order, on: project, by: Desk.finance, work: $0, authorise: { _ in })
    }
  }

  private func assign(_ desk: Desk, _ payment: UUID, to id: UUID, _ fen: Int64? = nil) async throws {
    _ = try await desk.runner.run {
      try await desk.application.money.assignWaitingMoney(
        payment: payment, to: id, amountFen: fen, reason: "经核对", by: Desk.finance, work: $0, authorise: { _ in })
    }
  }

  private func opening(_ booked: AsyncStream<Void>, _ desk: Desk) async throws {
    for await _ in booked { break }
    _ = try await desk.started("罚1")
  }

  @Test func `money for a case that is being opened meanwhile finds it`() async throws {
    try await Desk.with(at: try Fixtures.instant(2026, 1, 6), profile: "zhenjiang") { desk in
      let id = Clue.id("penalty", "/enforcement/test", "罚1")
      let payment = Payment(
        id: UUID(), source: "/payments/bank", paymentNumber: "B-1", caseId: id, amountFen: 500,
        receivedAt: desk.clock.now, payer: .obligor, account: nil)
      let (booked, signal) = AsyncStream.makeStream(of: Void.self)
      async let opened = opening(booked, desk)
      try await desk.runner.run { work in
        try await desk.application.recordPayments([(payment, Cause(id: "b-1", correlation: "b-1"))], work: work)
        // The case is opened before this is committed, and waits for it.
        signal.yield()
        let waits = try await eventually(within: .seconds(60)) {
          try await desk.count(
            "select count(*) from pg_stat_activity where wait_event_type = 'Lock' and query like '%''opening''%'") > 0
        }
        #expect(waits)
      }
      try await opened
      #expect(try await desk.received(id) == 500)
      #expect(try await desk.waiting().isEmpty)
    }
  }

  /// X-04 goes by when the bank had the money, and the money by what of it was interest.
  @Test func `a reduction after the payment breaches nothing, however late the bank tells of it`() async throws {
    try await Desk.with(at: try Fixtures.instant(2026, 1, 6), profile: "zhangzhou") { desk in
      let id = try await desk.started("罚1", region: "350602")
      try await desk.step(Consult(outcome: .willing), on: id)
      try await desk.walk([.investigation, .assessment], on: id)
      try await desk.step(DecideRestoration.payment, on: id)
      try await desk.step(NotifyNegotiation(claimFen: 1_000), on: id)
      try await desk.step(HoldRound(outcome: .agreed), on: id)
      try await desk.step(try SignAgreement.money([(1_000, "2026-02-28")], performBy: "2026-02-28"), on: id)
      let (paid, decided) = (try Fixtures.instant(2026, 1, 20), try Fixtures.instant(2026, 1, 21))
      try await desk.move(to: try Fixtures.instant(2026, 1, 22))
      try await desk.take([
        PenaltyDecided(
          factId: "d-1", subjectKey: Fixtures.firm, region: "350602", decidedAt: decided, penaltyNumber: "罚1",
          decision: .fine, fineFen: 34_000, discretionFen: 60_000, factCodes: [])
      ])
      #expect(try await desk.latest(CompensationOrderBreached.self).gate == .reduction)
      let payment = PaymentReceived(
        paymentNumber: "B-1", caseId: id, amountFen: 1_000, receivedAt: paid, payer: .obligor)
      try await desk.pay([payment])
      #expect(try await desk.latest(CompensationOrderRestored.self).gate == .reduction)
      let told = try await desk.latest(CompensationPaid.self)
      #expect(told.paidAt == paid && told.at == desk.clock.now && told.receivedFen == 1_000)
      let found = try await desk.runner.read { try await CaseStore().find(id, on: $0) }
      #expect(found?.file.performedAt == paid && found?.file.breaches == [])
    }
  }

  /// E2E-5 and E2E-6 in the books: 1,579.50 and 6,481 yuan come in, are the cases', and stand in the county's figures.
  @Test func `money for a case is booked once, told, and stands in the balances`() async throws {
    try await Desk.with(at: try Fixtures.instant(2023, 12, 10), profile: "zhenjiang") { desk in
      let firm = try await desk.started("罚1")
      let paper = try await desk.started("罚2")
      let payment = PaymentReceived(
        paymentNumber: "B-1", caseId: firm, amountFen: 157_950, receivedAt: desk.clock.now, payer: .obligor)
      try await desk.pay([payment, payment])
      try await desk.pay([payment])
      try await desk.pay("B-2", paper, 648_100)
      #expect(try await desk.received(firm) == 157_950)
      #expect(try await desk.received(paper) == 648_100)
      let told = try await desk.told().filter { $0.type == "compensation.paid" }
      #expect(told.count == 2 && told.first?.key == firm.lowercased)
      let balances = try await desk.balances()
      #expect(balances[.bank] == 806_050 && balances[.cases] == -806_050)
      try await desk.fold()
      #expect(try await desk.balances() == balances)
      #expect(try await desk.count("select count(*) from account_delta") == 0)
      let figures = try await desk.figures("2023-12", .region(digits: 6))
      #expect(figures.groups.map(\.key) == ["", "321102"] && figures.groups[1].now[.receivedFen] == 806_050)
    }
  }

  @Test func `what belongs to no case waits, is found again, and is never lost`() async throws {
    try await Desk.with(at: try Fixtures.instant(2025, 3, 3), profile: "zhenjiang") { desk in
      let early = Clue.id("penalty", "/enforcement/test", "罚9")
      try await desk.pay("B-1", early, 700)
      try await desk.pay("B-2", UUID(), 50)
      #expect(try await desk.waiting().map(\.reason) == [.unknownCase, .unknownCase])
      #expect(try await desk.balances()[.suspense] == -750)
      // The case that the first is for is opened: it gets its money by itself.
      let id = try await desk.started("罚9")
      #expect(id == early)
      #expect(try await desk.received(id) == 700)
      #expect(try await desk.latest(CompensationPaid.self).paymentNumber == "B-1")
      let left = try #require(try await desk.waiting().first)
      await #expect(throws: AccountError.nothingWaiting(leftFen: 50)) {
        try await assign(desk, left.payment.id, to: id, 51)
      }
      try await assign(desk, left.payment.id, to: id, 20)
      try await assign(desk, left.payment.id, to: id)
      #expect(try await desk.waiting().isEmpty)
      #expect(try await desk.received(id) == 750)
      // An assignment that was wrong is taken back: the money waits again.
      let entry = try #require(
        try await desk.pool.query(
          "select id from account_entry where kind = 'assignment' and amount_fen = 20", as: UUID.self
        ).first)
      func reverse() async throws {
        _ = try await desk.runner.run {
          try await desk.application.money.reverseEntry(
            entry, reason: "录错案件", by: Desk.finance, work: $0, authorise: { _ in })
        }
      }
      try await reverse()
      await #expect(throws: (any Error).self) { try await reverse() }
      #expect(try await desk.received(id) == 730)
      #expect(try await desk.waiting().map(\.leftFen) == [20])
      #expect(try await desk.balances()[.suspense] == -20)
    }
  }

  @Test func `a payment for a closed case waits; staff may assign it or send it back`() async throws {
    try await Desk.with(at: try Fixtures.instant(2025, 3, 3), profile: "zhenjiang") { desk in
      let id = try await desk.started("罚1", through: [.investigation, .assessment, .negotiation, .suit])
      try await desk.step(Close(outcome: .suit, performed: false), on: id)
      try await desk.pay("B-1", id, 100)
      let item = try #require(try await desk.waiting().first)
      #expect(item.reason == .closedCase)
      let order = PayOut.Order(amountFen: 40, paymentNumber: "T-1", reason: "多付")
      _ = try await desk.runner.run {
        try await desk.application.money.payOut.refund(
          waiting: item.payment.id, order, by: Desk.finance, work: $0, authorise: { _ in })
      }
      try await assign(desk, item.payment.id, to: id)
      #expect(try await desk.received(id) == 60)
      let balances = try await desk.balances()
      #expect(balances[.bank] == 60 && balances[.suspense] == 0)
    }
  }

  @Test func `money is spent on projects alone, within their budgets, and no more than is there`() async throws {
    try await Desk.with(at: try Fixtures.instant(2025, 3, 3), profile: "zhenjiang") { desk in
      let id = try await desk.started("罚1")
      try await desk.pay("B-1", id, 1_000)
      try await desk.pay("B-2", UUID(), 500)
      let base = try await project(desk, budgetFen: 1_200)
      await #expect(throws: AccountError.overBudget(leftFen: 1_200)) {
        try await spend(desk, 1_201, "T-1", on: base.id)
      }
      // What waits is not there to be spent.
      await #expect(throws: AccountError.notCovered(availableFen: 1_000)) {
        try await spend(desk, 1_001, "T-1", on: base.id)
      }
      try await spend(desk, 600, "T-1", on: base.id)
      await #expect(throws: AccountError.documentTaken("T-1")) { try await spend(desk, 1, "T-1", on: base.id) }
      #expect(try await desk.latest(FundProjectPaid.self).spentFen == 600)
      let wrong = try #require(
        try await desk.pool.query("select id from account_entry where kind = 'spending'", as: UUID.self).first)
      _ = try await desk.runner.run {
        try await desk.application.money.reverseEntry(
          wrong, reason: "付错", by: Desk.finance, work: $0, authorise: { _ in })
      }
      let after = try await desk.runner.read { try await ProjectStore.find(base.id, on: $0) }
      #expect(after?.spentFen == 0)
      #expect(try await desk.balances()[.bank] == 1_500)
    }
  }

  @Test func `entries cannot be changed or removed, not by the service and not by the owner`() async throws {
    try await Desk.with(at: try Fixtures.instant(2025, 3, 3), profile: "zhenjiang") { desk in
      try await desk.pay("B-1", UUID(), 1)
      let owner = try await PostgresConnection.connect(desk.schema.owner, logger: TestSchema.logger)
      for statement: SQL in [
        "update account_entry set amount_fen = 2", "delete from account_entry", "truncate account_entry",
      ] {
        let service = await #expect(throws: PostgresError.self) { try await desk.pool.execute(statement) }
        #expect(service?.sqlState == .insufficientPrivilege)
        let master = await #expect(throws: PostgresError.self) { try await owner.execute(statement) }
        #expect(master?.sqlState?.rawValue == "EA002")
      }
      await owner.close()
      for statement: SQL in ["delete from damage_assessment", "update annual_plan set year = 1", "delete from payment"]
      {
        await #expect(throws: PostgresError.self) { try await desk.pool.execute(statement) }
      }
    }
  }
}
