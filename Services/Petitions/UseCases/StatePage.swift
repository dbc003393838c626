import Contracts
import FoundationEssentials
import Messaging
import Postgres

/// Emits the present public states again, page by page, after the broker lost its topics.
struct StatePage: Sendable {
  static let size = 500

  let petitions: PetitionStore

  /// - Returns: the last key of the page, nil at the end.
  func callAsFunction(after key: String, work: UnitOfWork) async throws -> String? {
    let start = UUID(text: key) ?? UUID(uuid: (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0))
    let found = try await petitions.lock(
      "select entry from petition where id > \(start) order by id limit \(StatePage.size)", on: work.connection
    ).map(\.petition).sorted { $0.id < $1.id }
    for petition in found {
      // An id of its own for each refill: the records before it may be gone.
      let cause = Cause(id: UUID().lowercased, correlation: petition.correlation.lowercased)
      PetitionAnnouncements.state(of: petition, cause: cause, work: work)
    }
    return found.last?.id.lowercased
  }
}
