import Contracts
import FoundationEssentials
import Messaging
import Postgres

/// Emits the present public states again, page by page, after the broker lost its topics.
struct StatePage: Sendable {
  static let size = 500

  let ratings: RatingStore

  /// - Returns: the last key of the page, nil at the end.
  func callAsFunction(after key: String, work: UnitOfWork) async throws -> String? {
    let found = try await ratings.read(
      """
      select \(RatingRow.columns) from rating
      where subject > \(key) and sequence > 0 order by subject limit \(StatePage.size) for update
      """, on: work.connection)
    for rating in found {
      // An id of its own for each refill: the records before it may be gone.
      let id = UUID().lowercased
      RatingAnnouncements.state(of: rating, cause: Cause(id: id, correlation: id), work: work)
    }
    return found.last?.subject
  }
}
