import Civics
import Contracts
import FoundationEssentials
import Messaging

/// The changes of the positive list, each with its event and its line in the audit trail. The rating is locked.
enum ListingChanges {
  @discardableResult
  static func recommend(
    _ ground: ListingGround, _ rating: inout Rating, _ rules: ListingRules, by actor: String, work: UnitOfWork
  ) async throws -> Listing {
    let id = EventIdentity.uuidV5(
      namespace: EventIdentity.causeNamespace, parts: "positive-list", rating.subject, String(rating.sequence))
    let listing = Listing(
      id: id, subject: rating.subject, region: rating.region, ground: ground, status: .recommended,
      recommendedAt: work.now, rule: rules.conditionsRule)
    try await ListingStore.insert(listing, on: work.connection)
    InspectionAnnouncements.emit(listing.recommended(colour: rating.colour), of: &rating, work: work)
    record("positive-list.recommended", listing, by: actor, work: work)
    return listing
  }

  static func enter(
    _ listing: inout Listing, screening: [String], _ rating: inout Rating, _ rules: ListingRules, by actor: String,
    work: UnitOfWork
  ) async throws {
    let end = rules.validity.due(from: work.now, calendar: rules.calendar).instant
    listing.status = .listed
    listing.decidedAt = work.now
    listing.decidedBy = actor
    listing.screening = screening
    listing.validUntil = end
    listing.rule = rules.conditionsRule
    try await save(&listing, "positive-list.entered", by: actor, work: work)
    InspectionAnnouncements.emit(listing.entered(at: work.now, until: end), of: &rating, work: work)
  }

  static func refuse(
    _ listing: inout Listing, unmet: [String], _ rating: inout Rating, _ rules: ListingRules, by actor: String,
    work: UnitOfWork
  ) async throws {
    listing.status = .refused
    listing.decidedAt = work.now
    listing.decidedBy = actor
    listing.unmet = unmet
    listing.rule = rules.conditionsRule
    try await save(&listing, "positive-list.refused", by: actor, work: work)
    InspectionAnnouncements.emit(listing.refused(at: work.now), of: &rating, work: work)
  }

  static func remove(
    _ listing: inout Listing, _ ending: ListingRules.Ending, _ rating: inout Rating, _ rules: ListingRules,
    by actor: String, work: UnitOfWork
  ) async throws {
    listing.status = .removed
    listing.removedAt = work.now
    listing.cause = ending.cause
    listing.factCodes = ending.factCodes
    listing.barredUntil = ending.barredUntil
    listing.rule = rules.removalRule
    try await save(&listing, "positive-list.removed", by: actor, work: work)
    InspectionAnnouncements.emit(listing.removed(ending, at: work.now), of: &rating, work: work)
  }

  private static func save(
    _ listing: inout Listing, _ action: String, by actor: String, work: UnitOfWork
  ) async throws {
    listing.version += 1
    try await ListingStore.save(listing, on: work.connection)
    record(action, listing, by: actor, work: work)
  }

  private static func record(_ action: String, _ listing: Listing, by actor: String, work: UnitOfWork) {
    work.record(
      AuditEntry(actor: actor, action: action, subject: listing.subject, cause: listing.id.lowercased))
  }
}
