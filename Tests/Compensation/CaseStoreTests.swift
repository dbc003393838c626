import Contracts
import FoundationEssentials
import Messaging
import Postgres
import Testing

@testable import Compensation

@Suite("Cases through time and money")
struct CaseStoreTests {
  @Test("a clue unchecked and a case unclosed are told of once each, and a met period never")
  func overdue() async throws {
    let now = try Fixtures.instant(2026, 1, 6)
    try await Desk.with(at: now) { desk in
      try await desk.take([
        Fixtures.filing("罚1", fact: "1", at: now), Fixtures.filing("罚2", fact: "2", at: now),
      ])
      let ids = try await desk.pool.query("select id from compensation_case order by entry", as: UUID.self)
      let first = try #require(ids.first)
      let second = try #require(ids.last)
      try await desk.step(Check(damaged: true), on: first)
      try await desk.step(ServeNotice(method: .direct), on: first)
      // The 30th day is 5 February; the Spring Festival of 2026 begins on the 15th.
      let due = try Fixtures.instant(2026, 2, 6, hour: 0)
      try await desk.move(to: due.addingTimeInterval(-1))
      // Two warnings that nobody was there to give are given as one.
      #expect(try await desk.told().filter { $0.type == "compensation.warned" }.map(\.key) == [second.lowercased])
      #expect(try await desk.told().filter { $0.type == "compensation.overdue" }.isEmpty)
      try await desk.move(to: due)
      var told = try await desk.told().filter { $0.type == "compensation.overdue" }
      #expect(told.map(\.key) == [second.lowercased])
      try await desk.move(to: try Fixtures.instant(2026, 6, 1))
      told = try await desk.told().filter { $0.type == "compensation.overdue" }
      #expect(told.map(\.key) == [second.lowercased, first.lowercased])
      #expect(try CompensationOverdue(json: try #require(told.last).data).missed.rule == "compensation.close")
      #expect(try await desk.count("select count(*) from timer where kind = 'compensation.clocks'") == 0)
      var filter = CaseFilter(regions: ["360000"])
      filter.isOverdue = true
      #expect(try await list(filter, desk) == [second, first])
      try await desk.step(Check(damaged: false, reason: .noDamage), on: second)
      #expect(try await list(filter, desk) == [first])
      for id in ids {
        let numbers = try await desk.told().filter { $0.key == id.lowercased }.compactMap(\.sequence)
        #expect(numbers == Array(1...numbers.count))
      }
    }
  }

  @Test("money that comes before its case is kept and found again; a payment delivered twice is booked once")
  func payments() async throws {
    let now = try Fixtures.instant(2026, 1, 6)
    try await Desk.with(at: now) { desk in
      let id = Clue.id("penalty", "/enforcement/test", "罚1")
      let payment = Fixtures.payment("P-1", id, 157_950, at: now)
      try await desk.take([payment, payment], on: .payments, from: "/payments/bank")
      try await desk.take([payment], on: .payments, from: "/payments/bank")
      #expect(try await unassigned(desk) == 1)
      #expect(try await desk.count("select count(*) from audit where action = 'payment.unassigned'") == 1)
      try await desk.take([Fixtures.filing("罚1", at: now)])
      #expect(try await unassigned(desk) == 0)
      try await desk.step(Check(damaged: true), on: id)
      try await desk.step(ConcludeInvestigation(damage: true, proposal: .claim), on: id)
      try await desk.enter([.negotiation, .agreed, .performing], on: id)
      let close = Close(outcome: .performed, performed: true, modes: [.money], amountFen: 160_000)
      await #expect(throws: CompensationError.notPaid(amountFen: 160_000, receivedFen: 157_950)) {
        try await desk.step(close, on: id)
      }
      try await desk.take(
        [Fixtures.payment("P-2", id, 2_050, at: now)], on: .payments, from: "/payments/bank")
      try await desk.step(close, on: id)
      let closed = try await desk.latest(CompensationClosed.self)
      #expect(closed.performed && closed.amountFen == 160_000 && closed.onTime && closed.penaltyNumber == "罚1")
      let found = try #require(
        try await desk.runner.read { try await desk.application.findCase(id.lowercased, at: desk.clock.now, on: $0) })
      #expect(found.receivedFen == 160_000 && found.payments.count == 2)
      let steps = found.history.compactMap { $0["step"]?.string }
      #expect(steps.first == "clue-opened" && steps.suffix(2) == ["payment", "close"])
    }
  }

  @Test("a refused step leaves nothing behind, and a case of no known id is none")
  func refusals() async throws {
    let now = try Fixtures.instant(2026, 1, 6)
    try await Desk.with(at: now) { desk in
      try await desk.take([Fixtures.filing("罚1", at: now)])
      let only = try await desk.onlyCase()
      let audited = try await desk.count("select count(*) from audit")
      let told = try await desk.told().count
      await #expect(throws: CompensationError.self) { try await desk.step(Check(damaged: false), on: only.id) }
      await #expect(throws: CompensationError.self) {
        try await desk.step(Close(outcome: .suit, performed: false), on: only.id)
      }
      #expect(try await desk.told().count == told)
      #expect(try await desk.count("select count(*) from audit") == audited)
      #expect(try await desk.step(Check(damaged: true), on: UUID()) == nil)
    }
  }

  @Test("states can be told again, after the broker lost them")
  func states() async throws {
    let now = try Fixtures.instant(2026, 1, 6)
    try await Desk.with(at: now) { desk in
      for number in 1...3 { try await desk.take([Fixtures.filing("罚\(number)", fact: "\(number)", at: now)]) }
      let all = try await list(CaseFilter(regions: ["360400"]), desk)
      let last = try await desk.runner.run { try await desk.application.statePage(after: "", work: $0) }
      #expect(last == all.map(\.lowercased).max())
      #expect(try await desk.told(.compensationStates).count == 6)
    }
  }

  @Test("the service's role can neither change nor delete payments, penalty records and history")
  func appendOnly() async throws {
    let now = try Fixtures.instant(2026, 1, 6)
    try await Desk.with(at: now) { desk in
      for statement: SQL in [
        "update payment set amount_fen = 1", "delete from payment", "update penalty_record set kind = 'x'",
        "delete from penalty_record", "update case_step set actor = 'x'", "delete from case_step",
        "delete from compensation_case",
      ] {
        let error = await #expect(throws: PostgresError.self) { _ = try await desk.pool.execute(statement) }
        #expect(error?.sqlState == .insufficientPrivilege)
      }
    }
  }

  private func list(_ filter: CaseFilter, _ desk: Desk) async throws -> [UUID] {
    try await desk.runner.read { try await desk.application.listCases(filter, on: $0).cases.map(\.id) }
  }

  private func unassigned(_ desk: Desk) async throws -> Int {
    try await desk.waiting().count
  }
}
