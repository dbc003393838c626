import Contracts
import FoundationEssentials
import Messaging
import ServiceKit

/// What follows from ratings: how often subjects are inspected, and who is recommended for or leaves the positive list.
///
/// A change of a rating sets a timer of its own that is due at once, in the same transaction: nothing is forgotten, and
/// recording facts waits for nobody. A whole batch of subjects is followed with a handful of statements.
struct FollowRatings: Sendable {
  /// After a change of rating, register or list; the timer's data is the subject.
  static let changed = "inspection.follow"
  /// When the record changes the plan by itself, or an entry of the positive list runs out.
  static let lapsed = "inspection.recheck"

  let rules: RuleBook
  let facts: FactStore
  let ratings: RatingStore

  /// Has a subject followed when this unit has committed.
  /// - Parameter mark: tells this change of the subject from all others.
  static func schedule(_ subject: String, mark: String, work: UnitOfWork) {
    work.schedule(
      DurableTimer(kind: changed, subject: "\(subject) \(mark)", due: work.now, data: Array(subject.utf8)))
  }

  func callAsFunction(_ timers: [DurableTimer], work: UnitOfWork) async throws {
    let subjects = Set(
      timers.map { $0.data.isEmpty ? $0.subject : String(decoding: $0.data, as: UTF8.self) }
    ).sorted()
    try await follow(subjects, work: work)
  }

  func follow(_ subjects: [String], work: UnitOfWork) async throws {
    let book = try InspectionBook(rules, at: work.now)
    var current = try await ratings.lock(subjects, on: work.connection)
    let rated = current.keys.sorted()
    let ledgers = try await facts.ledgers(of: rated, on: work.connection)
    let units = try await UnitStore.find(rated, on: work.connection)
    let before = try await PlanStore.find(rated, on: work.connection)
    let listings = try await ListingStore.of(rated, on: work.connection)
    var plans: [StoredPlan] = []
    for subject in rated {
      guard var rating = current[subject] else { continue }
      let derivation = try (ledgers[subject] ?? Ledger(of: subject)).derive(at: work.now, scale: book.scale)
      let candidate = ListingCandidate(
        isColourRecommended: book.scale.recommendsPositiveList(rating.colour), record: ComplianceRecord(derivation),
        unit: units[subject])
      let listing = try await settle(listings[subject] ?? [], candidate, &rating, book, work: work)
      let plan = try book.inspections.plan(
        colour: rating.colour, record: candidate.record, unit: candidate.unit, isListed: listing != nil, at: work.now)
      tell(plan, before: before[subject]?.plan, &rating, work: work)
      plans.append(
        StoredPlan(
          subject: subject, region: rating.region, colour: rating.colour, plan: plan, updatedAt: work.now))
      if let due = [plan.changesAt, listing?.validUntil].compactMap({ $0 }).min() {
        work.schedule(DurableTimer(kind: Self.lapsed, subject: subject, due: due))
      }
      current[subject] = rating
    }
    try await PlanStore.save(plans, on: work.connection)
    try await ratings.save(current.values.sorted { $0.subject < $1.subject }, on: work.connection)
  }

  private func tell(_ plan: InspectionPlan, before: InspectionPlan?, _ rating: inout Rating, work: UnitOfWork) {
    if let before, plan.isSame(as: before) { return }
    let event = InspectionFrequencyChanged(
      subjectKey: rating.subject, region: rating.region, at: work.now, colour: rating.colour,
      perYearBefore: before?.perYear.exactDecimal, perYear: plan.perYear.exactDecimal, mode: plan.mode,
      reasons: plan.reasons, derivation: plan.rule)
    InspectionAnnouncements.emit(event, of: &rating, work: work)
  }

  /// Recommends or removes.
  /// - Returns: the entry that stands; nil when the subject is not on the list.
  private func settle(
    _ listings: [Listing], _ candidate: ListingCandidate, _ rating: inout Rating, _ book: InspectionBook,
    work: UnitOfWork
  ) async throws -> Listing? {
    var listings = listings
    if let index = listings.firstIndex(where: { $0.status == .listed }) {
      guard let ending = book.listings.ending(listings[index], candidate, at: work.now) else { return listings[index] }
      try await ListingChanges.remove(&listings[index], ending, &rating, book.listings, by: "scoring", work: work)
    }
    if book.listings.recommends(candidate, colourSince: rating.colourSince, before: listings, at: work.now) {
      try await ListingChanges.recommend(.colour, &rating, book.listings, by: "scoring", work: work)
    }
    return nil
  }
}
