import Contracts
import FoundationEssentials
import Postgres

/// The backlog cases (积案) that are not archived yet, the oldest first: the list that is to become shorter (减存量).
struct ListBacklog: Sendable {
  static let largestPage = 200

  let petitions: PetitionStore

  /// - Parameters:
  ///   - regions: six-digit codes; a division covers those below it.
  ///   - after: the entry of the last case of the page before; nil for the first page.
  func callAsFunction(
    regions: [String], after: Int64?, limit: Int, on connection: PostgresConnection
  ) async throws -> [Petition] {
    guard !regions.isEmpty else { return [] }
    return try await petitions.read(
      """
      file -> 'matter' ? 'backlog' and status <> 'archived' and entry > \(after ?? 0)
        and region like any(\(regions.map(PetitionListing.pattern)))
      order by entry limit \(min(max(1, limit), ListBacklog.largestPage))
      """, on: connection
    ).map(\.petition)
  }
}
