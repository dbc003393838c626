import Contracts
import FoundationEssentials
import Messaging
import ServiceKit

/// Staff recommend for the positive list, decide on recommendations, and remove.
struct DecideListing: Sendable {
  let rules: RuleBook
  let facts: FactStore
  let ratings: RatingStore

  /// Recommends a subject that studied the law and passed the examination (优先纳入).
  func recommend(
    _ subject: String, by caller: Caller, work: UnitOfWork, authorise: (String) throws -> Void
  ) async throws -> Listing? {
    let book = try InspectionBook(rules, at: work.now)
    guard var rating = try await ratings.lock([subject], on: work.connection)[subject] else { return nil }
    try authorise(rating.region)
    let candidate = try await candidate(rating, book, work: work)
    guard candidate.record.counting.contains(FactCode.studyAndExam) else { throw ListingError.notStudied }
    let before = try await ListingStore.of([subject], on: work.connection)[subject] ?? []
    guard !before.contains(where: \.isOpen) else { throw ListingError.openAlready }
    if let end = book.listings.barredUntil(before, at: work.now) { throw ListingError.barred(until: end) }
    _ = try await ListingChanges.recommend(.study, &rating, book.listings, by: caller.subject, work: work)
    try await ratings.save([rating], on: work.connection)
    return try await ListingStore.of([subject], on: work.connection)[subject]?.last
  }

  /// Enters or refuses a recommendation.
  /// - Parameter authorise: throws when the caller may not act on the listing as it stands.
  /// - Returns: nil when there is none of this id.
  /// - Throws: ``ListingError/unmet(_:)`` for an entry without its conditions.
  func decide(
    _ form: ListingForm, on id: UUID, by caller: Caller, work: UnitOfWork, authorise: (Listing) throws -> Void
  ) async throws -> Listing? {
    guard var (listing, rating) = try await lock(id, work: work) else { return nil }
    try authorise(listing)
    guard listing.status == .recommended else { throw ListingError.notOpen }
    let book = try InspectionBook(rules, at: work.now)
    if let code = book.listings.foreign(confirmed: form.confirmed, items: form.screening) {
      throw ListingError.foreignCode(code)
    }
    let candidate = try await candidate(rating, book, work: work)
    let (unmet, met) = book.listings.screen(
      candidate, confirmed: Set(form.confirmed), items: Set(form.screening), at: work.now)
    switch form.decision {
    case .enter:
      let before = try await ListingStore.of([listing.subject], on: work.connection)[listing.subject] ?? []
      if let end = book.listings.barredUntil(before, at: work.now) { throw ListingError.barred(until: end) }
      guard unmet.isEmpty else { throw ListingError.unmet(unmet) }
      try await ListingChanges.enter(
        &listing, screening: met, &rating, book.listings, by: caller.subject, work: work)
    case .refuse:
      try await ListingChanges.refuse(&listing, unmet: unmet, &rating, book.listings, by: caller.subject, work: work)
    }
    try await ratings.save([rating], on: work.connection)
    FollowRatings.schedule(listing.subject, mark: "listing \(rating.sequence)", work: work)
    return listing
  }

  /// Removes an entry that meets a condition no longer, as staff found.
  func remove(
    _ id: UUID, by caller: Caller, work: UnitOfWork, authorise: (Listing) throws -> Void
  ) async throws -> Listing? {
    guard var (listing, rating) = try await lock(id, work: work) else { return nil }
    try authorise(listing)
    guard listing.status == .listed else { throw ListingError.notOpen }
    let book = try InspectionBook(rules, at: work.now)
    let ending = ListingRules.Ending(cause: .condition, factCodes: [], barredUntil: nil)
    try await ListingChanges.remove(&listing, ending, &rating, book.listings, by: caller.subject, work: work)
    try await ratings.save([rating], on: work.connection)
    FollowRatings.schedule(listing.subject, mark: "listing \(rating.sequence)", work: work)
    return listing
  }

  /// The rating is locked first, as everywhere; then the listing is read.
  private func lock(_ id: UUID, work: UnitOfWork) async throws -> (listing: Listing, rating: Rating)? {
    guard let subject = try await ListingStore.find(id, on: work.connection)?.subject,
      let rating = try await ratings.lock([subject], on: work.connection)[subject],
      let listing = try await ListingStore.find(id, on: work.connection)
    else { return nil }
    return (listing, rating)
  }

  private func candidate(
    _ rating: Rating, _ book: InspectionBook, work: UnitOfWork
  ) async throws -> ListingCandidate {
    let ledgers = try await facts.ledgers(of: [rating.subject], on: work.connection)
    let ledger = ledgers[rating.subject] ?? Ledger(of: rating.subject)
    let derivation = try ledger.derive(at: work.now, scale: book.scale)
    return ListingCandidate(
      isColourRecommended: book.scale.recommendsPositiveList(derivation.colour), record: ComplianceRecord(derivation),
      unit: try await UnitStore.find([rating.subject], on: work.connection)[rating.subject])
  }
}
