import Contracts
import FoundationEssentials
import Postgres

/// Pages of subjects with their ratings.
struct ListSubjects: Sendable {
  struct Page: Sendable {
    let subjects: [ListedSubject]
    /// Where the next page begins; nil on the last one. A page may be short, or empty, and not be the last.
    let next: ListMark?
  }

  static let largestPage = 200

  let ratings: RatingStore
  let register: SubjectRegister

  func callAsFunction(_ filter: SubjectFilter, on connection: PostgresConnection) async throws -> Page {
    guard !filter.regions.isEmpty else { return Page(subjects: [], next: nil) }
    let limit = min(max(1, filter.limit), ListSubjects.largestPage)
    let listing = SubjectListing(filter: filter)
    let found = try await ratings.read(listing.page(limit: limit), on: connection)
    let shown = Array(found.prefix(limit))
    let names = try await register.find(shown.map(\.subject), on: connection)
    let lines = shown.map { ListedSubject(rating: $0, registration: names[$0.subject]) }
    if found.count > limit { return Page(subjects: lines, next: shown.last.map { mark($0, filter.order) }) }
    let end = try await connection.query(listing.end, as: (Int64, Int64).self).first
    return Page(subjects: lines, next: end.map { ListMark(key: $0.0, entry: $0.1) })
  }

  private func mark(_ rating: Rating, _ order: SubjectOrder) -> ListMark {
    let key = order == .score ? Int64(rating.score?.hundredths ?? 0) : ListMark.key(rating.colourSince)
    return ListMark(key: key, entry: rating.entry)
  }
}
