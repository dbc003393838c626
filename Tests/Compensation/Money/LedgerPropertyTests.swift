import Civics
import Contracts
import FoundationEssentials
import Messaging
import Postgres
import Support
import Testing

@testable import Compensation

/// Whatever happens in whatever order, by however many at once: the books balance, and every balance is what the entries say.
@Suite("The books balance")
struct LedgerPropertyTests {
  private static let start = 2025

  /// What a sequence of payments, assignments, refunds and spendings works on.
  private struct Town {
    let cases: [UUID]
    let project: FundProject
    var paid: [PaymentReceived] = []
    var number = 0
  }

  private func town(_ desk: Desk) async throws -> Town {
    var cases: [UUID] = []
    for index in 0..<4 { cases.append(try await desk.started("罚\(index)")) }
    try await desk.walk([.investigation, .assessment, .negotiation, .suit], on: cases[3])
    try await desk.step(Close(outcome: .suit, performed: false), on: cases[3])
    let form = ProjectForm(
      title: "修复", region: "321100", category: .restoration, budgetFen: 2_000, approval: "批复")
    let project = try await desk.runner.run {
      try await desk.application.money.approveProject(form, by: Desk.finance, work: $0)
    }
    return Town(cases: cases, project: project)
  }

  @Test(arguments: 1...6)
  func `the sum of all accounts is zero after any sequence`(seed: Int) async throws {
    try await Desk.with(at: try Fixtures.instant(Self.start, 3, 3), profile: "zhenjiang") { desk in
      var chance = Chance(seed: UInt64(seed))
      var town = try await town(desk)
      for step in 0..<40 {
        try await act(desk, &town, &chance)
        if step % 10 == 9 { try await desk.fold() }
        _ = try await desk.balances()
      }
      // Everything that was paid is with a case, waiting, or gone out again.
      let balances = try await desk.balances()
      let paid = Set(town.paid.map(\.paymentNumber)).compactMap { number in
        town.paid.first { $0.paymentNumber == number }?.amountFen
      }.reduce(0, +)
      let out = try await desk.pool.query(
        """
        select coalesce(sum(case when credit = 'bank' then amount_fen else -amount_fen end), 0)::bigint
        from account_entry where credit = 'bank' or (debit = 'bank' and kind = 'reversal')
        """, as: Int64.self
      ).first
      #expect(balances[.bank] == paid - (out ?? 0))
      let held = try await desk.waiting().reduce(0) { $0 + $1.leftFen }
      #expect(balances[.suspense] == -held)
      var received: Int64 = 0
      for id in town.cases { received += try await desk.received(id) }
      #expect(balances[.cases] == -received)
      let spent = try await desk.runner.read { try await ProjectStore.find(town.project.id, on: $0) }?.spentFen
      #expect(balances[.projects] == spent)
    }
  }

  /// Does one thing by chance; what the rules refuse is refused and changes nothing.
  private func act(_ desk: Desk, _ town: inout Town, _ chance: inout Chance) async throws {
    town.number += 1
    let money = desk.application.money
    do {
      switch chance.number(0...6) {
      case 0, 1, 2:
        var batch: [PaymentReceived] = []
        for index in 0...chance.number(0...4) {
          let target = chance.number(0...9) == 0 ? UUID() : chance.pick(town.cases)
          batch.append(
            PaymentReceived(
              paymentNumber: "B-\(town.number)-\(index)", caseId: target, amountFen: Int64(chance.number(1...900)),
              receivedAt: desk.clock.now, payer: chance.pick([.obligor, .court, .other, .insurer])))
        }
        if !town.paid.isEmpty { batch.append(chance.pick(town.paid)) }
        try await desk.pay(batch)
        town.paid += batch
      case 3:
        guard let item = try await desk.waiting().first else { return }
        let (target, fen) = (chance.pick(town.cases), Int64(chance.number(1...600)))
        _ = try await desk.runner.run {
          try await money.assignWaitingMoney(
            payment: item.payment.id, to: target, amountFen: fen, reason: "认领", by: Desk.finance, work: $0,
            authorise: { _ in })
        }
      case 4:
        let order = SpendOnProject.Order(
          amountFen: Int64(chance.number(1...700)), paymentNumber: "T-\(town.number)", purpose: "修复")
        let project = town.project.id
        _ = try await desk.runner.run {
          try await money.spendOnProject(order, on: project, by: Desk.finance, work: $0, authorise: { _ in })
        }
      case 5:
        let order = PayOut.Order(
          amountFen: Int64(chance.number(1...500)), paymentNumber: "R-\(town.number)", reason: "多付")
        let id = chance.pick(town.cases)
        _ = try await desk.runner.run {
          try await money.payOut.refund(ofCase: id, order, by: Desk.finance, work: $0, authorise: { _ in })
        }
      default:
        let ids = try await desk.pool.query("select id from account_entry order by number", as: UUID.self)
        guard !ids.isEmpty else { return }
        let id = chance.pick(ids)
        _ = try await desk.runner.run {
          try await money.reverseEntry(id, reason: "冲正", by: Desk.finance, work: $0, authorise: { _ in })
        }
      }
    } catch is AccountError {
    } catch let error as PostgresError where error.sqlState == .checkViolation {
      // More was taken back from a project or from waiting money than there is.
    }
  }

  @Test func `many who pay, spend and fold at once leave balanced books, and doubles are booked once`() async throws {
    try await Desk.with(at: try Fixtures.instant(Self.start, 3, 3), profile: "zhenjiang") { desk in
      let town = try await town(desk)
      try await desk.pay("B-0", town.cases[0], 3_000)
      try await withThrowingTaskGroup(of: Void.self) { group in
        for worker in 0..<6 {
          group.addTask {
            for round in 0..<5 {
              // Every payment is told by two workers.
              let batch = (0..<10).map { index in
                PaymentReceived(
                  paymentNumber: "P-\(worker / 2)-\(round)-\(index)", caseId: town.cases[(index + round) % 3],
                  amountFen: Int64(1 + index), receivedAt: desk.clock.now, payer: .obligor)
              }
              try await desk.pay(batch)
            }
          }
        }
        for worker in 0..<4 {
          group.addTask {
            let order = SpendOnProject.Order(amountFen: 900, paymentNumber: "T-\(worker)", purpose: "修复")
            do {
              _ = try await desk.runner.run {
                try await desk.application.money.spendOnProject(
                  order, on: town.project.id, by: Desk.finance, work: $0, authorise: { _ in })
              }
            } catch AccountError.overBudget {
            } catch AccountError.notCovered {
            }
          }
        }
        group.addTask { for _ in 0..<5 { try await desk.fold() } }
        try await group.waitForAll()
      }
      let balances = try await desk.balances()
      // Three pairs of workers, five rounds, ten payments of 1 to 10 fen.
      let paid: Int64 = 3_000 + 3 * 5 * 55
      let spent: Int64 = 1_800
      #expect(balances[.cases] == -paid)
      #expect(balances[.projects] == spent, "two of four fit the budget")
      #expect(balances[.bank] == paid - spent)
      let told = try await desk.told().filter { $0.type == "compensation.paid" }
      #expect(told.count == 1 + 150)
      for id in town.cases {
        let numbers = try await desk.told().filter { $0.key == id.lowercased }.compactMap(\.sequence)
        #expect(numbers == Array(1...numbers.count), "in order, without gaps")
      }
    }
  }
}
