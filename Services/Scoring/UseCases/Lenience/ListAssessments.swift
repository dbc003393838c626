import Postgres

/// Pages of assessments of leniency.
struct ListAssessments: Sendable {
  struct Page: Sendable {
    let assessments: [LeniencyRecord]
    /// Where the next page begins; nil on the last one. A page may be short, or empty, and not be the last.
    let next: Int64?
  }

  let assessments: LeniencyStore

  func callAsFunction(_ filter: LeniencyFilter, on connection: PostgresConnection) async throws -> Page {
    guard !filter.regions.isEmpty else { return Page(assessments: [], next: nil) }
    let found = try await assessments.list(filter, on: connection)
    if found.count > filter.limit {
      let shown = Array(found.prefix(filter.limit))
      return Page(assessments: shown, next: shown.last?.entry)
    }
    return Page(assessments: found, next: try await assessments.end(of: filter, on: connection))
  }
}
