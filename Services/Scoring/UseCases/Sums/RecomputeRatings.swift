import Civics
import Contracts
import FoundationEssentials
import Messaging

/// Makes every rating anew from the ledger, page by page, and shows where what is stored is something else: it must not
/// be anywhere. Plain ledgers are added up by the database, all of a page at once; the others one by one here.
struct RecomputeRatings: Sendable {
  /// A rating that does not follow from its ledger.
  struct Difference: Sendable {
    let stored: Rating
    let computed: Rating
  }

  struct Page: Sendable {
    let range: SubjectRange
    /// Those that had not followed the clock yet, and now have.
    let settled: Int
    let differences: [Difference]
  }

  /// How many subjects a page has: a few seconds of work, and small enough to be sorted in memory.
  static let page = 20_000
  /// How many ledgers are in memory at a time.
  private static let few = 500

  let clock: RatingClock
  let facts: FactStore
  let ratings: RatingStore
  let expire: ExpireScores
  let pages = LedgerPages()

  /// Recomputes one page, in one transaction.
  func callAsFunction(_ range: SubjectRange, work: UnitOfWork) async throws -> Page {
    let scales = try clock.scales(through: work.now)
    let turn = scales.instants.last
    let due = try await pages.due(range, at: work.now, turn: turn, on: work.connection)
    for group in due.grouped(RecomputeRatings.few) { try await expire.settle(group, work: work) }
    let sums = LedgerSums(worth: .recorded, scale: scales.scale(at: work.now), now: work.now)
    // The stored ratings in the same statement's snapshot: facts recorded meanwhile are no difference.
    var differences: [Difference] = []
    var involved = try await pages.involved(range, on: work.connection)
    for (stored, sum) in try await ratings.compare(sums.statement(range), on: work.connection) {
      // The sum knows the scale in force alone: what was before it is for the ledger to say.
      if let turn, let since = sum.colourSince, since < turn {
        involved.append(stored.subject)
        continue
      }
      var computed = stored
      computed.apply(sum)
      if computed != stored { differences.append(Difference(stored: stored, computed: computed)) }
    }
    for group in involved.sorted().grouped(RecomputeRatings.few) {
      differences += try await recompute(group, scales: scales, work: work)
    }
    return Page(range: range, settled: due.count, differences: differences)
  }

  /// Brings ratings back to what their ledgers say, with the events that tell of it.
  func repair(_ differences: [Difference], work: UnitOfWork) async throws {
    let scales = try clock.scales(through: work.now)
    for group in differences.map(\.stored.subject).sorted().grouped(RecomputeRatings.few) {
      var current = try await ratings.lock(group, on: work.connection)
      let ledgers = try await facts.ledgers(of: group, on: work.connection)
      for subject in group {
        guard var rating = current[subject], let ledger = ledgers[subject] else { continue }
        if let change = try rating.adopt(scales, at: work.now, ledger: ledger) {
          let id = "recompute:\(subject):\(RFC3339.text(of: work.now))"
          let cause = Cause(id: id, correlation: change.reason.correlation)
          RatingAnnouncements.emit(change, of: &rating, cause: cause, work: work)
        }
        work.record(AuditEntry(actor: "scoring", action: "rating.repaired", subject: subject, cause: "recompute"))
        clock.schedule(rating, work: work)
        current[subject] = rating
      }
      try await ratings.save(current.values.sorted { $0.subject < $1.subject }, on: work.connection)
    }
  }

  private func recompute(_ subjects: [String], scales: ScaleHistory, work: UnitOfWork) async throws -> [Difference] {
    let stored = try await ratings.share(subjects, on: work.connection)
    let ledgers = try await facts.ledgers(of: subjects, on: work.connection)
    return try stored.compactMap { rating in
      guard let ledger = ledgers[rating.subject] else { return nil }
      var computed = rating
      try computed.derive(from: ledger, at: work.now, scales: scales)
      computed.reference = rating.reference
      return computed == rating ? nil : Difference(stored: rating, computed: computed)
    }
  }
}

extension Rating {
  /// What a sum says of the subject. A site's owner is no part of its sum.
  fileprivate mutating func apply(_ sum: LedgerSum) {
    score = sum.score
    colour = sum.colour
    if let since = sum.colourSince { colourSince = since }
    counting = sum.counting
    nextChange = sum.nextChange
    if let newest = sum.region { region = newest }
  }
}

extension Array {
  /// Its elements, so many at a time.
  func grouped(_ size: Int) -> [[Element]] {
    stride(from: 0, to: count, by: size).map { Array(self[$0..<Swift.min($0 + size, count)]) }
  }
}
