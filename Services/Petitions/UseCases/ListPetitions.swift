import Contracts
import FoundationEssentials
import Postgres

/// Pages of petitions.
struct ListPetitions: Sendable {
  struct Page: Sendable {
    let petitions: [Petition]
    /// Where the next page begins; nil on the last one. A page may be short, or empty, and not be the last.
    let next: PetitionMark?
  }

  static let largestPage = 200

  let petitions: PetitionStore

  func callAsFunction(_ filter: PetitionFilter, on connection: PostgresConnection) async throws -> Page {
    guard !filter.regions.isEmpty else { return Page(petitions: [], next: nil) }
    let limit = min(max(1, filter.limit), ListPetitions.largestPage)
    let listing = PetitionListing(filter: filter)
    let found = try await petitions.select(listing.page(limit: limit), on: connection).map(\.petition)
    if found.count > limit {
      let shown = Array(found.prefix(limit))
      return Page(petitions: shown, next: shown.last.flatMap { mark($0, filter.order) })
    }
    let end = try await connection.query(listing.end, as: (Date, Int64).self).first
    return Page(petitions: found, next: end.map { PetitionMark(instant: $0.0, entry: $0.1) })
  }

  private func mark(_ petition: Petition, _ order: PetitionOrder) -> PetitionMark? {
    let instant = order == .due ? petition.runningDue : petition.receivedAt
    return instant.map { PetitionMark(instant: $0, entry: petition.entry) }
  }
}
