import Contracts
import FoundationEssentials
import Messaging
import Postgres
import Testing

@testable import Petitions

@Suite("The board's counters")
struct BoardTests {
  private let now: Date
  private let caller = Caller(subject: "zhao.min", requestId: "r-1", traceParent: nil)

  init() throws { now = try Fixtures.instant(2024, 3, 4) }

  private func register(_ desk: Desk, _ externalId: String) async throws -> UUID {
    try await desk.take([Fixtures.record(Fixtures.complaint(externalId), id: "e-\(externalId)")])
    return EventIdentity.petition(source: "/hotline/12369", externalId: externalId)
  }

  private func take(_ step: some PetitionStep, _ id: UUID, _ desk: Desk) async throws {
    _ = try await desk.runner.run { work in
      try await desk.application.takeStep(step, on: id, by: caller, work: work, authorise: { _ in })
    }
  }

  private func fold(_ desk: Desk) async throws {
    while try await desk.pool.withTransaction({ try await BoardStore.fold(on: $0) }) {}
    #expect(try await desk.count("select count(*) from board_entry") == 0)
    #expect(try await desk.count("select count(*) from board_count where open = 0") == 0)
  }

  /// What the board says, which must be what the petitions themselves say.
  @discardableResult
  private func board(_ desk: Desk) async throws -> [BoardCell] {
    let now = desk.clock.now
    let board = try await desk.runner.read { try await BoardStore.read(regions: ["360000"], at: now, on: $0) }
    let ends = Board.ends(at: now)
    let truth = try await desk.pool.query(
      """
      select region, status, count(*), count(*) filter (where late),
        count(*) filter (where not late and due_at <= \(ends.today)),
        count(*) filter (where not late and due_at <= \(ends.soon))
      from petition join petition_clock using (entry)
        cross join lateral (select missed_at is not null or coalesce(due_at < \(now), false) as late) as way
      where status not in ('archived', 'final', 'merged', 'refused') group by region, status order by region, status
      """, as: (String, String, Int, Int, Int, Int).self)
    let cells = truth.map { row in
      BoardCell(region: row.0, status: row.1, open: row.2, overdue: row.3, dueToday: row.4, dueSoon: row.5)
    }
    #expect(board.cells == cells)
    return board.cells
  }

  @Test func `say what the petitions say, after every change, folded or not`() async throws {
    try await Desk.with(at: now) { desk in
      #expect(try await board(desk).isEmpty)
      var ids: [UUID] = []
      for number in 1...6 { ids.append(try await register(desk, "JJ-\(number)")) }
      #expect(try await board(desk).map(\.open) == [6])
      // Before and after a fold; what was folded changes again.
      try await take(Accept(), ids[0], desk)
      try await take(Accept(), ids[1], desk)
      #expect(try await board(desk).map(\.open).reduce(0, +) == 6)
      try await fold(desk)
      #expect(try await board(desk).map(\.open).reduce(0, +) == 6)
      try await take(Assign(lead: "brigade"), ids[0], desk)
      try await take(Refuse(reason: .litigation), ids[2], desk)
      #expect(try await board(desk).map(\.open).reduce(0, +) == 5)
      try await fold(desk)
      try await board(desk)

      // The day before the last, the last, and when it has passed and is told of.
      let due = try #require(
        try await desk.pool.query("select min(due_at) from petition_clock where due_at is not null", as: Date.self)
          .first)
      for ahead in [36.0, 1, -1] {
        desk.clock.move(to: due.addingTimeInterval(-ahead * 3600))
        try await board(desk)
      }
      try await desk.runner.run { work in try await desk.application.tendClocks([], work: work) }
      #expect(try await board(desk).map(\.overdue).reduce(0, +) > 0)
      try await fold(desk)
      #expect(try await board(desk).map(\.overdue).reduce(0, +) > 0)
    }
  }
}
