import Contracts
import FoundationEssentials
import Postgres

/// Pages of the ledger.
struct ListFacts: Sendable {
  struct Page: Sendable {
    let facts: [Fact]
    /// Where the next page begins; nil on the last one. A page may be short, or empty, and not be the last.
    let next: ListMark?
  }

  static let largestPage = 200

  let facts: FactStore

  func callAsFunction(_ filter: FactFilter, on connection: PostgresConnection) async throws -> Page {
    guard !filter.regions.isEmpty else { return Page(facts: [], next: nil) }
    let limit = min(max(1, filter.limit), ListFacts.largestPage)
    let listing = FactListing(filter: filter)
    let found = try await connection.query(listing.page(limit: limit), as: (Int64, Int64, UUID).self)
    let shown = found.prefix(limit)
    let loaded = try await facts.load(subjects: [], ids: shown.map(\.2), on: connection)
    let byId = Dictionary(loaded.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let lines = shown.compactMap { byId[$0.2] }
    if found.count > limit {
      return Page(facts: lines, next: shown.last.map { ListMark(key: $0.0, entry: $0.1) })
    }
    let end = try await connection.query(listing.end, as: (Int64, Int64).self).first
    return Page(facts: lines, next: end.map { ListMark(key: $0.0, entry: $0.1) })
  }

  /// One fact.
  func callAsFunction(_ id: UUID, on connection: PostgresConnection) async throws -> Fact? {
    try await facts.load(subjects: [], ids: [id], on: connection).first
  }
}
