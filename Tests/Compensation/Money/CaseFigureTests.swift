import Civics
import Contracts
import FoundationEssentials
import Messaging
import Postgres
import Support
import Testing

@testable import Compensation

@Suite("Figures of cases")
struct CaseFigureTests {
  /// Cases started, of a firm each, at an instant; their amount fixed where one is given.
  private func cases(_ count: Int, at instant: Date, fixedFen: Int64? = nil, _ desk: Desk) async throws -> [UUID] {
    desk.clock.move(to: instant)
    var ids: [UUID] = []
    for _ in 0..<count {
      let name = UUID().lowercased
      ids.append(try await desk.started("罚\(name)"))
    }
    if let fixedFen {
      try await desk.pool.execute(
        """
        update compensation_case set amount_fen = \(fixedFen), updated_at = \(instant) where id = any(\(ids))
        """)
    }
    return ids
  }

  /// COM-10 in the small: what grew by how much, and what there is in all.
  @Test func `a year's figures stand beside those of the year before and of all time`() async throws {
    try await Desk.with(at: try Fixtures.instant(2022, 5, 10), profile: "zhenjiang") { desk in
      _ = try await cases(3, at: try Fixtures.instant(2022, 5, 10), desk)
      _ = try await cases(5, at: try Fixtures.instant(2023, 5, 10), fixedFen: 20_000, desk)
      _ = try await cases(12, at: try Fixtures.instant(2024, 5, 10), fixedFen: 48_333, desk)
      for isFolded in [false, true] {
        if isFolded { try await desk.fold() }
        let total = try await desk.figures("2024").groups[0]
        #expect(total.now[.filed] == 12 && total.before[.filed] == 5 && total.cumulative[.filed] == 20)
        #expect(total.growth(.filed) == 14_000)
        #expect(total.now[.amountFen] == 579_996 && total.growth(.amountFen) == 48_000)
        #expect(total.now[.clues] == 12 && total.selfScreened == 12, "a penalty case is the county's own find")
        #expect(total.closureRate == Share(numerator: 0, denominator: 12))
      }
      // One of six counties in force has cases.
      #expect(try await desk.figures("2024").groups[0].coverage == Share(numerator: 1, denominator: 6))
      let other = try await desk.figures("2024", regions: ["350600"]).groups[0]
      #expect(other.now[.filed] == 0 && other.coverage?.numerator == 0)
    }
  }

  @Test func `closing shows by the day of closing, by the day of starting, and in time or not`() async throws {
    try await Desk.with(at: try Fixtures.instant(2023, 1, 10), profile: "zhenjiang") { desk in
      let ids = try await cases(2, at: try Fixtures.instant(2023, 1, 10), desk)
      for id in ids { try await desk.walk([.investigation, .assessment, .negotiation, .agreed, .performing], on: id) }
      try await desk.pay("B-1", ids[0], 500)
      try await desk.step(Close(outcome: .performed, performed: true, modes: [.money], amountFen: 500), on: ids[0])
      try await desk.move(to: try Fixtures.instant(2023, 6, 1))
      try await desk.step(Close(outcome: .performed, performed: true, modes: [.replanting]), on: ids[1])
      let year = try await desk.figures("2023").groups[0]
      #expect(year.now[.closed] == 2 && year.now[.closedOnTime] == 1 && year.now[.closedByMoney] == 1)
      #expect(year.closureRate.percent == "100.00" && year.onTimeRate.percent == "50.00")
      let june = try await desk.figures("2023-06").groups[0]
      #expect(june.now[.closed] == 1 && june.now[.filed] == 0 && june.now[.receivedFen] == 0)
      #expect(try await desk.figures("2023-01").groups[0].now[.receivedFen] == 500)
    }
  }

  @Test func `the counters say what the cases say, whatever is done to them`() async throws {
    try await Desk.with(at: try Fixtures.instant(2023, 1, 10), profile: "zhenjiang") { desk in
      var chance = Chance(seed: 7)
      let ids = try await cases(12, at: try Fixtures.instant(2023, 1, 10), desk)
      for round in 0..<60 {
        let id = chance.pick(ids)
        let day = Int32(chance.number(0...400))
        let change: SQL =
          switch chance.number(0...4) {
          case 0: chance.coin() ? "department = 'WATER'" : "department = null"
          case 1: "amount_fen = \(Int64(chance.number(0...1_000)))"
          case 2: "status = 'closed', closed_at = filed_at + \(day) * interval '1 day'"
          case 3: "status = 'performing', closed_at = null"
          default: "filed_at = opened_at + \(day) * interval '1 day'"
          }
        let now = try Fixtures.instant(2023, 1, 10).addingTimeInterval(Double(round) * 86_400)
        try await desk.pool.execute("update compensation_case set \(change), updated_at = \(now) where id = \(id)")
        if chance.number(0...9) == 0 { try await desk.fold() }
      }
      let counted = try await desk.figures("2022-01-01/2026-12-31", .department).groups
      let plain = try await desk.pool.query(
        """
        select coalesce(department, ''), count(*), count(*) filter (where status = 'closed'),
          coalesce(sum(amount_fen), 0)::bigint
        from compensation_case group by 1 order by 1
        """, as: (String, Int64, Int64, Int64).self)
      #expect(plain.reduce(0) { $0 + $1.1 } == counted[0].now[.filed])
      for row in plain where !row.0.isEmpty {
        let group = try #require(counted.first { $0.key == row.0 })
        #expect(group.now[.clues] == row.1 && group.now[.closed] == row.2 && group.now[.amountFen] == row.3)
      }
      #expect(counted[0].now[.closed] == plain.reduce(0) { $0 + $1.2 })
      #expect(counted[0].now[.filedClosed] == counted[0].now[.closed])
      #expect(counted[0].now[.amountFen] == plain.reduce(0) { $0 + $1.3 })
    }
  }

  @Test func `the circular of a month is issued once, on the first of the next`() async throws {
    try await Desk.with(at: try Fixtures.instant(2023, 1, 10), profile: "zhenjiang") { desk in
      _ = try await cases(2, at: try Fixtures.instant(2023, 1, 10), desk)
      try await desk.move(to: try Fixtures.instant(2023, 1, 31))
      #expect(try await desk.told().filter { $0.type == "monthly-dispatch.issued" }.isEmpty, "December had nothing")
      try await desk.move(to: try Fixtures.instant(2023, 2, 1, hour: 0))
      try await desk.move(to: try Fixtures.instant(2023, 2, 20))
      let told = try await desk.told().filter { $0.type == "monthly-dispatch.issued" }
      #expect(told.count == 1)
      let issued = try await desk.latest(MonthlyDispatchIssued.self)
      #expect(issued.month == "2023-01" && issued.region == "321100")
      let county = try #require(issued.lines.first)
      #expect(county.region == "321102" && county.filed == 2 && county.open == 2)
    }
  }
}
