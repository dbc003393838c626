import Postgres

/// Units with what they emit, and whether they are on the positive list.
enum LimitList {
  struct Row: Sendable {
    let unit: SupervisedUnit
    let isListed: Bool
  }

  static func page(
    _ listing: EntryListing, on connection: PostgresConnection
  ) async throws -> (rows: [Row], next: Int64?) {
    let page = try await UnitStore.list(listing, on: connection)
    let listed = try await ListingStore.listed(page.rows.map(\.subject), on: connection)
    return (page.rows.map { Row(unit: $0, isListed: listed.contains($0.subject)) }, page.next)
  }
}
