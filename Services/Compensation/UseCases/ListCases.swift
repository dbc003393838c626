import Contracts
import FoundationEssentials
import Postgres

/// Pages of cases.
struct ListCases: Sendable {
  struct Page: Sendable {
    let cases: [CompensationCase]
    /// Where the next page begins; nil on the last one. A page may be short, or empty, and not be the last.
    let next: CaseMark?
  }

  static let largestPage = 200

  let cases: CaseStore

  func callAsFunction(_ filter: CaseFilter, on connection: PostgresConnection) async throws -> Page {
    guard !filter.regions.isEmpty else { return Page(cases: [], next: nil) }
    let limit = min(max(1, filter.limit), ListCases.largestPage)
    let listing = CaseListing(filter: filter)
    let found = try await cases.read(listing.page(limit: limit), on: connection)
    if found.count > limit {
      let shown = Array(found.prefix(limit))
      return Page(cases: shown.map(\.compensation), next: shown.last.flatMap { mark($0, filter.order) })
    }
    let end = try await connection.query(listing.end, as: (Date, Int64).self).first
    return Page(
      cases: found.map(\.compensation), next: end.map { CaseMark(instant: $0.0, entry: $0.1) })
  }

  private func mark(_ row: (compensation: CompensationCase, entry: Int64), _ order: CaseOrder) -> CaseMark? {
    let instant = order == .due ? row.compensation.nextDue?.due : row.compensation.openedAt
    return instant.map { CaseMark(instant: $0, entry: row.entry) }
  }
}
