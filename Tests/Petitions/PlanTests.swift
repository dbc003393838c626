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

  @Test func `lists, searches, queries and sweeps read what they show and little more`() async throws {
    try await Desk.with(at: Date()) { desk in
      try await FilledBooks.fill(desk, size: PlanTests.size)
      try await lists(desk)
      try await searches(desk)
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
      Listing("overdue", through: "petition_overdue", fetching: 2000) { $0.isOverdue = true },
      Listing("a subject", through: "petition_subject", fetching: 60) { $0.subject = "uscc:91350100M000100Y43" },
      Listing("what is due", through: "petition_due", fetching: 2000) {
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
        work.scanned.isEmpty && work.fetched["petition", default: 0] <= listing.fetched, "\(listing.name): \(work)")
    }
  }

  private func searches(_ desk: Desk) async throws {
    let sealing = desk.application.searchByContact.hasher
    let phone = try await Touched.by(desk) { connection in
      let found = try await VaultStore.entries(of: sealing.hash("13800138000"), kind: .phone, limit: 50, on: connection)
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
    #expect(found.scanned.isEmpty && found.fetched["petition", default: 0] <= 2, "\(found)")
  }

  /// The clocks of a day.
  private func sweep(_ desk: Desk) async throws {
    let due = try #require(
      try await desk.pool.query(
        "select min(attention_at) from petition where attention_at > now() + interval '30 days'", as: Date.self
      ).first)
    desk.clock.move(to: due)
    let before = try await desk.count("select count(*) from petition where attention_at <= \(due)")
    #expect(before > 0)
    let work = try await desk.runner.run { work in
      try await Touched.within(work.connection) { try await desk.application.tendClocks([], work: work) }
    }
    // Each is found, locked and written.
    #expect(work.scanned.isEmpty && work.fetched["petition", default: 0] <= 4 * TendClocks.page, "\(work)")
  }
}
