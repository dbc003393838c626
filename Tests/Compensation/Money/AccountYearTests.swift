import Civics
import Contracts
import FoundationEssentials
import Messaging
import Postgres
import Support
import Testing

@testable import Compensation

@Suite("Years of the account")
struct AccountYearTests {
  private func close(_ desk: Desk, _ year: Int) async throws -> AccountYear {
    try await desk.runner.run {
      try await desk.application.money.closeYear(year, by: Desk.finance, work: $0, authorise: { _ in })
    }
  }

  private static let auditor = Caller(subject: "auditor-1", requestId: "r", traceParent: nil, territory: ["321100"])

  private func audit(_ desk: Desk, _ year: Int, by caller: Caller = auditor) async throws -> AccountYear? {
    try await desk.runner.run {
      try await desk.application.money.auditYear(
        year, AuditReport(verdict: .clean, document: "审〔2026〕1号"), by: caller, work: $0, authorise: { _ in })
    }
  }

  @Test func `a year is closed once over, nothing is booked in it any more, and its audit is due in twelve months`()
    async throws
  {
    try await Desk.with(at: try Fixtures.instant(2024, 6, 3), profile: "zhenjiang") { desk in
      let id = try await desk.started("罚1")
      try await desk.pay("B-1", id, 1_000)
      await #expect(throws: AccountError.yearOutOfTurn(year: 2024, status: "running")) { try await close(desk, 2024) }
      try await desk.move(to: try Fixtures.instant(2025, 1, 2))
      // Told late, the payment still belongs to the year that is not closed.
      let late = PaymentReceived(
        paymentNumber: "B-2", caseId: id, amountFen: 500, receivedAt: try Fixtures.instant(2024, 12, 31), payer: .court)
      try await desk.pay([late])
      let closed = try await close(desk, 2024)
      let statement = try #require(closed.file.statement)
      #expect(statement.openingFen == 0 && statement.receivedFen == 1_500 && statement.closingFen == 1_500)
      #expect(
        statement.lines.map { "\($0.kind.rawValue) \($0.classCode) \($0.amountFen)" } == [
          "receipt court 500", "receipt obligor 1000",
        ])
      await #expect(throws: AccountError.self) { try await close(desk, 2024) }
      // Told later still, it is booked today.
      let later = PaymentReceived(
        paymentNumber: "B-3", caseId: id, amountFen: 7, receivedAt: try Fixtures.instant(2024, 12, 31), payer: .court)
      try await desk.pay([later])
      #expect(try await desk.count("select count(*) from account_entry where year = 2025") == 1)
      // The database itself refuses what goes around the program.
      let error = await #expect(throws: PostgresError.self) {
        try await desk.pool.execute(
          """
          insert into account_entry (id, year, day, kind, debit, credit, amount_fen, region, class, actor, recorded_at)
          values (gen_random_uuid(), 2024, '2024-05-01', 'receipt', 'bank', 'case', 1, '321100', 'other', 'x', now())
          """)
      }
      #expect(error?.sqlState?.rawValue == "EA001")
      try await desk.move(to: try Fixtures.instant(2025, 12, 31))
      #expect(try await desk.told().filter { $0.type == "account-year.overdue" }.isEmpty)
      try await desk.move(to: try Fixtures.instant(2026, 1, 1, hour: 0))
      #expect(try await desk.latest(AccountYearOverdue.self).year == 2024)
      #expect(try await audit(desk, 2024)?.status == .audited)
      let told = try await desk.latest(AccountYearAudited.self)
      #expect(told.digest == statement.digest && !told.onTime)
      #expect(try await desk.told().filter { $0.key == "321100 2024" }.compactMap(\.sequence) == [1, 2, 3])
      #expect(try await close(desk, 2025).file.statement?.openingFen == 1_500)
    }
  }

  @Test func `whoever booked in a year or closed it does not audit it`() async throws {
    try await Desk.with(at: try Fixtures.instant(2024, 6, 3), profile: "zhenjiang") { desk in
      let id = try await desk.started("罚1")
      try await desk.pay("B-1", UUID(), 1_000)
      let payment = try #require(try await desk.waiting().first).payment.id
      let booker = Caller(subject: "booker-1", requestId: "r", traceParent: nil, territory: ["321100"])
      _ = try await desk.runner.run { work in
        try await desk.application.money.assignWaitingMoney(
          payment: payment, to: id, amountFen: nil, reason: "核对", by: booker, work: work, authorise: { _ in })
      }
      try await desk.move(to: try Fixtures.instant(2025, 1, 2))
      _ = try await close(desk, 2024)
      for caller in [booker, Desk.finance] {
        await #expect(throws: AccountError.notIndependent(year: 2024)) { _ = try await audit(desk, 2024, by: caller) }
      }
      #expect(try await audit(desk, 2024)?.status == .audited)
    }
  }

  @Test func `books that somebody changed by hand are not audited`() async throws {
    try await Desk.with(at: try Fixtures.instant(2024, 6, 3), profile: "zhenjiang") { desk in
      try await desk.pay("B-1", try await desk.started("罚1"), 1_000)
      try await desk.move(to: try Fixtures.instant(2025, 1, 2))
      _ = try await close(desk, 2024)
      let owner = try await PostgresConnection.connect(desk.schema.owner, logger: TestSchema.logger)
      try await owner.execute("alter table account_entry disable trigger account_entry_kept")
      try await owner.execute("update account_entry set amount_fen = 999")
      await owner.close()
      await #expect(throws: AccountError.booksChanged(year: 2024)) { _ = try await audit(desk, 2024) }
    }
  }

  @Test func `earlier years are closed first, and years without a closure are found out too`() async throws {
    try await Desk.with(at: try Fixtures.instant(2023, 6, 3), profile: "zhenjiang") { desk in
      try await desk.pay("B-1", try await desk.started("罚1"), 1_000)
      try await desk.move(to: try Fixtures.instant(2025, 2, 1))
      await #expect(throws: AccountError.yearOutOfTurn(year: 2023, status: "ended")) { _ = try await close(desk, 2024) }
      #expect(try await desk.latest(AccountYearOverdue.self).year == 2023)
      _ = try await close(desk, 2023)
      _ = try await close(desk, 2024)
    }
  }
}
