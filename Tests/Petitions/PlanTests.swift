import Civics
import Contracts
import FoundationEssentials
import Messaging
import Postgres
import Sealing
import Support
import Testing

@testable import Petitions

/// What is asked and done all day goes through an index and stops where it should, over a hundred thousand petitions.
@Suite("Plans over a hundred thousand petitions")
struct PlanTests {
  static let size = 100_000
  /// As many versions of a row that has changed may be met on the way to it.
  private static let versions = 8

  @Test func `lists, searches, queries and sweeps read what they show and little more`() async throws {
    try await Desk.with(at: RelatePetitions.due(of: Date())) { desk in
      try await FilledBooks.fill(desk, size: PlanTests.size)
      try await lists(desk)
      try await searches(desk)
      try await suggestions(desk)
      try await publicQuery(desk)
      try await figures(desk)
      try await board(desk)
      try await intake(desk)
      try await digests(desk)
      try await sweep(desk)
    }
  }

  /// A list, the index it must go through, and how many rows it may fetch.
  private struct Listing {
    let name: String
    let index: String
    let fetched: Int
    let filter: PetitionFilter

    init(_ name: String, through index: String, fetching fetched: Int, _ change: (inout PetitionFilter) -> Void) {
      self.name = name
      self.index = index
      self.fetched = fetched
      var filter = PetitionFilter(regions: ["360400"])
      change(&filter)
      self.filter = filter
    }
  }

  private func lists(_ desk: Desk) async throws {
    let now = Date()
    let deep = PetitionMark(instant: now.addingTimeInterval(-700 * 86_400), entry: 30_000)
    let listings = [
      Listing("the newest", through: "petition_received", fetching: 60) { _ in },
      Listing("a late page", through: "petition_received", fetching: 60) { $0.after = deep },
      Listing("the oldest of a window", through: "petition_received", fetching: 60) {
        $0.receivedFrom = now.addingTimeInterval(-710 * 86_400)
        $0.order = .oldest
      },
      Listing("a small county", through: "petition_region", fetching: 60) { $0.regions = ["360425"] },
      Listing("a unit", through: "petition_unit", fetching: 60) { $0.unit = "eco-360425" },
      Listing("a status", through: "petition_status", fetching: 60) { $0.statuses = [.assigned] },
      Listing("supervised", through: "petition_supervised", fetching: 2000) { $0.isSupervised = true },
      Listing("overdue", through: "petition_clock_missed", fetching: 2000) { $0.isOverdue = true },
      Listing("a subject", through: "petition_subject", fetching: 60) { $0.subject = "uscc:91350100M000100Y43" },
      Listing("what is due", through: "petition_clock_due", fetching: 2000) {
        $0.dueFrom = now.addingTimeInterval(100 * 86_400)
        $0.order = .due
      },
      Listing("a number's front", through: "petition_pkey", fetching: 100) {
        $0.number = PetitionNumberFront("7K3F")
      },
      // Nothing fits, and still no more is looked at than one page's reach.
      Listing("what there is none of", through: "petition_received", fetching: PetitionListing.reach + 100) {
        $0.channels = [.visit]
        $0.isSecret = true
      },
    ]
    for listing in listings {
      let statement = PetitionListing(filter: listing.filter).page(limit: 50)
      let plan = try await desk.pool.query("explain \(statement)", as: String.self).joined(separator: "\n")
      #expect(plan.contains(" \(listing.index) "), "\(listing.name):\n\(plan)")
      let work = try await Touched.by(desk) { try await $0.execute(statement) }
      #expect(
        work.scanned.isEmpty && work.fetched["petition", default: 0] <= listing.fetched
          && work.fetched["petition_clock", default: 0] <= listing.fetched, "\(listing.name): \(work)")
    }
  }

  private func searches(_ desk: Desk) async throws {
    let sealing = desk.application.searchByContact.hasher
    let phone = try await Touched.by(desk) { connection in
      let found = try await TraitStore.sharing(
        [Trait(.person, hash: sealing.hash("13800138000"))], limit: 50, on: connection)
      #expect(!found.isEmpty)
    }
    #expect(phone.scanned.isEmpty && phone.fetched.values.allSatisfy { $0 <= 60 }, "\(phone)")
    let number = try #require(
      try await desk.pool.query(
        "select number from petition where source = '/hotline/template' limit 1", as: String.self
      )
      .first)
    let found = try await Touched.by(desk) { connection in
      let petition = try await desk.application.findPetition(number, on: connection)
      #expect(petition != nil)
    }
    #expect(found.scanned.isEmpty && found.fetched["petition", default: 0] <= Self.versions, "\(found)")
  }

  /// What staff see when they open a case: a few of each trait, whatever is stored.
  private func suggestions(_ desk: Desk) async throws {
    let petition = try await one(desk, "source = '/hotline/filled' order by entry desc limit 1")
    let suggested = try await Touched.by(desk) { connection in
      let found = try await desk.application.suggestRelations(
        for: petition, at: Date(), mayShow: { _ in true }, on: connection)
      #expect(!found.isEmpty)
    }
    #expect(suggested.scanned.isEmpty && suggested.fetched.values.allSatisfy { $0 <= 400 }, "\(suggested)")
  }

  private func publicQuery(_ desk: Desk) async throws {
    let petition = try await one(desk, "source = '/hotline/template' order by entry limit 1")
    let asked = try await Touched.by(desk) { connection in
      let rows = try await connection.query(
        VaultStore.queryCodes(of: PetitionNumber(petition.number)), as: (UUID, [UInt8]?).self)
      #expect(rows.count == 1)
    }
    #expect(asked.scanned.isEmpty && asked.fetched.values.allSatisfy { $0 <= Self.versions }, "\(asked)")
  }

  /// Sums of whole spans, not of petitions.
  private func figures(_ desk: Desk) async throws {
    try await desk.fold()
    let year = ShanghaiTime.day(of: Date()).year
    for text in ["\(year - 1)", "\(year - 1)-03-05/\(year)-01-23"] {
      var question = FigureQuestion(period: try #require(FigurePeriod(text)), regions: ["360400"])
      for grouping in [FigureQuestion.Grouping.none, .region(digits: 6), .category] {
        question.grouping = grouping
        let plan = try await desk.pool.query("explain \(FigureStore.statement(question))", as: String.self)
          .joined(separator: "\n")
        #expect(plan.contains("figure_count_pkey") && !plan.contains("Seq Scan on figure_count"), "\(plan)")
        let work = try await Touched.by(desk) { connection in
          let sums = try await FigureStore.sums(question, on: connection)
          #expect(sums.contains { $0.counts[.received] > 0 })
        }
        #expect(work.fetched.keys.allSatisfy { $0.hasPrefix("figure_") }, "\(work)")
      }
    }
  }

  /// Kept counts, and of petitions but those of the backlog.
  private func board(_ desk: Desk) async throws {
    while try await desk.pool.withTransaction({ try await BoardStore.fold(on: $0) }) {}
    let work = try await Touched.by(desk) { connection in
      let board = try await BoardStore.read(regions: ["360400"], at: Date(), on: connection)
      #expect(board.cells.map(\.open).reduce(0, +) > Self.size / 2)
    }
    let backlog = try await desk.count(
      "select count(*) from petition where file -> 'matter' ? 'backlog' and status <> 'archived'")
    #expect(work.scanned.isEmpty && work.fetched["petition", default: 0] <= backlog + Self.versions, "\(work)")
  }

  /// A batch of complaints costs what it brings, and the look for its like too.
  private func intake(_ desk: Desk) async throws {
    let incoming = (0..<100).map { index in
      IncomingComplaint(
        source: "/hotline/12369", eventId: "i-\(index)", time: nil, traceParent: nil,
        complaint: .success(
          Fixtures.complaint(
            "I-\(index)", content: "第 \(index) 次反映:夜里有刺鼻的气味,请尽快查处。",
            reporter: Reporter(phone: "139\(10_000_000 + index)"))), submission: UUID())
    }
    let (taken, related) = try await desk.runner.run { work -> (Touched, Touched) in
      let taken = try await Touched.within(work.connection) {
        let answers = try await desk.application.receiveComplaints(incoming, work: work)
        #expect(answers.allSatisfy { $0.status == .registered })
      }
      let entries = try await work.connection.query(
        "select entry from petition where external_id like 'I-%' order by entry", as: Int64.self)
      let (first, last) = (try #require(entries.first), try #require(entries.last))
      let timer = DurableTimer(kind: RelatePetitions.timer, subject: "\(first)-\(last)", due: work.now)
      let related = try await Touched.within(work.connection) {
        try await desk.application.relatePetitions([timer], work: work)
      }
      return (taken, related)
    }
    // The board counts each by what its new row says.
    #expect(taken.scanned.isEmpty && taken.fetched["petition", default: 0] <= 200, "\(taken)")
    #expect(related.scanned.isEmpty && related.fetched["petition", default: 0] <= 200, "\(related)")
    #expect(related.fetched["petition_trait", default: 0] <= 2_000, "\(related)")
  }

  /// What is new, due soon and overdue is found by the indexes of the instants.
  private func digests(_ desk: Desk) async throws {
    let work = try await Touched.by(desk) { connection in
      _ = try await DigestStore.entries(
        day: ShanghaiTime.day(of: Date()).previous, now: Date(), dueSoon: 5 * 86_400, on: connection)
    }
    #expect(work.scanned.isEmpty && work.fetched["petition", default: 0] < PlanTests.size / 4, "\(work)")
  }

  private func one(_ desk: Desk, _ condition: SQL) async throws -> Petition {
    try await desk.runner.read { connection in
      try #require(try await PetitionStore(deadlines: DeadlineStore()).read(condition, on: connection).first?.petition)
    }
  }

  /// The clocks of a day.
  private func sweep(_ desk: Desk) async throws {
    let due = try #require(
      try await desk.pool.query(
        "select min(attention_at) from petition_clock where attention_at > now() + interval '30 days'", as: Date.self
      ).first)
    desk.clock.move(to: due)
    let before = try await desk.count("select count(*) from petition_clock where attention_at <= \(due)")
    #expect(before > 0 && before <= TendClocks.page)
    let work = try await desk.runner.run { work in
      try await Touched.within(work.connection) { try await desk.application.tendClocks([], work: work) }
    }
    // Each is found, locked, read and written; of the wide rows no more than what a warning says and the board counts.
    #expect(work.scanned.isEmpty && work.fetched["petition_clock", default: 0] <= 5 * TendClocks.page, "\(work)")
    #expect(work.fetched["petition", default: 0] <= 3 * TendClocks.page, "\(work)")
  }
}
