import Contracts
import FoundationEssentials
import Messaging
import Postgres
import Testing

@testable import Petitions

extension Desk {
  /// The shares whose timers wait.
  fileprivate func waitingShares() async throws -> [String] {
    try await pool.query(
      "select subject from timer where kind = \(TendClocks.sweep) order by subject", as: String.self)
  }

  /// Fires the timer of a share as often as it is set anew, at most so often.
  fileprivate func sweep(_ share: ClockShare, until most: Int) async throws {
    for _ in 0...most {
      guard try await waitingShares().contains(share.text) else { return }
      try await runner.run { work in
        try await work.connection.execute(
          "delete from timer where kind = \(TendClocks.sweep) and subject = \(share.text)")
        let timer = DurableTimer(kind: TendClocks.sweep, subject: share.text, due: work.now)
        try await application.tendClocks(sweeping: [timer], work: work)
      }
    }
  }
}

/// A hundred thousand open cases, or as many as ECOREDRESS_SIZE says.
@Suite("The sweep of due dates", .serialized)
struct SweepTests {
  private static let size = Int(ProcessInfo.processInfo.environment["ECOREDRESS_SIZE"] ?? "") ?? 100_000
  /// Cases accepted on each of so many days, as a city with sixty days for an answer has them.
  private static let days = 60

  @Test func `a day's due dates are found by index, not by reading all, and each is told once`() async throws {
    let first = try Fixtures.instant(2024, 3, 4)
    try await Desk.with(at: first) { desk in
      try await fill(desk, from: first)
      try await plans(desk)
      let warned = try #require(
        try await desk.pool.query("select min(attention_at) from petition_clock", as: Date.self).first)
      let due = try #require(try await desk.pool.query("select min(due_at) from petition_clock", as: Date.self).first)
      let wide = try await wideRows(desk)
      desk.clock.move(to: warned)
      let day = try await sweep(desk)
      #expect(day.count == Self.size / Self.days, "\(day)")
      // What is warned of rewrites the narrow row and nothing of the wide one.
      #expect(try await desk.count("select max(version)::integer from petition_clock") == 3)
      #expect(try await wideRows(desk) == wide)
      // Days without work end many periods at once: nothing is passed over.
      desk.clock.move(to: due.addingTimeInterval(-1))
      _ = try await sweep(desk)
      desk.clock.move(to: due)
      let late = try await desk.count("select count(*) from petition_clock where due_at = \(due)")
      let end = try await sweep(desk)
      #expect(try await desk.count("select count(*) from petition_clock where missed_at is not null") == late)
      #expect(try await desk.count("select count(*) from petition_step where step = 'overdue'") == late)
      print("of \(Self.size) open cases: \(day.count) warned of in \(day.took), \(end.count) told of in \(end.took)")
    }
  }

  private func plans(_ desk: Desk) async throws {
    let hot: [(SQL, String)] = [
      (ClockStore.due(by: .distantPast, limit: TendClocks.page), "petition_clock_attention"),
      (ClockStore.due(by: .distantPast, share: ClockShare.all[0], limit: TendClocks.page), "petition_clock_attention"),
      (ClockStore.exceeds(TendClocks.page, by: .distantPast), "petition_clock_attention"),
      (
        "select entry from petition_clock where is_provisional order by entry limit 50", "petition_clock_provisional"
      ),
    ]
    for (statement, index) in hot {
      let lines = try await desk.pool.query("explain \(statement)", as: String.self)
      let plan = lines.joined(separator: "\n")
      #expect(plan.contains(index) && !plan.contains("Seq Scan"), "\(plan)")
    }
  }

  /// Which version of each wide row there is, in one number.
  private func wideRows(_ desk: Desk) async throws -> Int {
    try await desk.count("select (sum(xmin::text::bigint) + sum(hashtext(ctid::text)))::bigint from petition")
  }

  /// Tends until nothing is left, as the timers do; answers how many cases had something to tell. What is more than a page is
  /// told of by shares, two at once.
  private func sweep(_ desk: Desk) async throws -> (count: Int, took: Duration) {
    let due = try await desk.count("select count(*) from petition_clock where attention_at <= \(desk.clock.now)")
    let began = ContinuousClock.now
    try await desk.runner.run { try await desk.application.tendClocks([], work: $0) }
    #expect(try await desk.waitingShares() == (due > TendClocks.page ? ClockShare.all.map(\.text) : []))
    try await withThrowingTaskGroup(of: Void.self) { group in
      for half in [ClockShare.all.prefix(2), ClockShare.all.suffix(2)] {
        group.addTask { for share in half { try await desk.sweep(share, until: due / TendClocks.page) } }
      }
      try await group.waitForAll()
    }
    let took = ContinuousClock.now - began
    #expect(try await desk.count("select count(*) from petition_clock where attention_at <= \(desk.clock.now)") == 0)
    return (due, took)
  }

  /// One real case of each day, and copies of its row.
  private func fill(_ desk: Desk, from first: Date) async throws {
    let caller = Caller(subject: "wang.fang", requestId: "r-1", traceParent: nil)
    for day in 0..<Self.days {
      desk.clock.move(to: first.addingTimeInterval(Double(day) * 86_400))
      try await desk.take([Fixtures.record(Fixtures.complaint("S-\(day)", reporter: nil), id: "s-\(day)")])
      let id = EventIdentity.petition(source: "/hotline/12369", externalId: "S-\(day)")
      try await desk.runner.run { work in
        let take = desk.application.takeStep
        _ = try await take(Accept(), on: id, by: caller, work: work, authorise: { _ in })
        _ = try await take(Assign(lead: "brigade"), on: id, by: caller, work: work, authorise: { _ in })
      }
    }
    try await desk.pool.withConnection { connection in
      _ = try await connection.execute(
        """
        with copies as (
          insert into petition (id, event, content, number, source, external_id, channel, category, region, unit,
            subject, is_secret, reach, received_at, status, supplements, receipts, file)
          select gen_random_uuid(), gen_random_uuid(), content, number, source, external_id, channel, category, region,
            unit, subject, is_secret, reach, received_at, status, supplements, receipts, file
          from petition, generate_series(1, \(Self.size / Self.days - 1)) order by entry
          returning entry, external_id
        )
        insert into petition_clock (entry, received, acceptance_basis, clocks, attention_at, due_at, sequence, updated_at)
        select copies.entry, received, acceptance_basis, clocks, attention_at, due_at, sequence, updated_at
        from copies join petition original using (external_id)
          join petition_clock clock on clock.entry = original.entry
        """)
    }
  }
}
