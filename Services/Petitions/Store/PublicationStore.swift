import Contracts
import FoundationEssentials
import Postgres

/// The published results (公示), the newest first, through an index that holds nothing else.
struct PublicationStore: Sendable {
  let petitions: PetitionStore

  /// - Parameter after: when the last one of the page before was published, and its entry.
  /// - Returns: the petitions of a page; those that must not be shown any more are among them.
  func page(
    after mark: PetitionMark?, limit: Int, on connection: PostgresConnection
  ) async throws -> [Petition] {
    let at: SQL = "(file #>> '{published,at}') collate \"C\""
    var condition: SQL = "(file #>> '{published,published}') = 'true' and not is_secret"
    if let mark {
      condition = "\(condition) and (\(at), entry) < (\(RFC3339.text(of: mark.instant)), \(mark.entry))"
    }
    // The rows come in the order inside, each with its other half by the key, as in lists of petitions.
    return try await petitions.select(
      """
      select \(PetitionRow.columns)
      from (select * from petition where \(condition) order by \(at) desc, entry desc limit \(limit)) as petition
      cross join lateral (select * from petition_clock other where other.entry = petition.entry offset 0) as clock
      """, on: connection
    ).map(\.petition)
  }
}
