import Postgres

/// Pages of cases about credit.
struct ListCreditCases: Sendable {
  struct Page: Sendable {
    let cases: [CreditCase]
    /// Where the next page begins; nil on the last one. A page may be short, or empty, and not be the last.
    let next: Int64?
  }

  let cases: CreditCaseStore

  func callAsFunction(_ filter: CreditCaseFilter, on connection: PostgresConnection) async throws -> Page {
    guard !filter.regions.isEmpty else { return Page(cases: [], next: nil) }
    let found = try await cases.list(filter, on: connection)
    if found.count > filter.limit {
      let shown = Array(found.prefix(filter.limit))
      return Page(cases: shown, next: shown.last?.entry)
    }
    return Page(cases: found, next: try await cases.end(of: filter, on: connection))
  }
}
