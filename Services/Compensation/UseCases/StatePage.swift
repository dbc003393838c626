import Contracts
import FoundationEssentials
import Messaging
import Postgres

/// Emits the present public states again, page by page, after the broker lost its topics.
struct StatePage: Sendable {
  static let size = 500

  let cases: CaseStore

  /// - Returns: the last key of the page, nil at the end.
  func callAsFunction(after key: String, work: UnitOfWork) async throws -> String? {
    let found = try await cases.read(
      """
      select \(CaseRow.columns) from compensation_case
      where id > \(UUID(text: key) ?? UUID(uuid: (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)))
      order by id limit \(StatePage.size) for update
      """, on: work.connection)
    for compensation in found.map(\.compensation) {
      // An id of its own for each refill: the records before it may be gone.
      let cause = Cause(id: UUID().lowercased, correlation: compensation.correlation)
      CaseAnnouncements.state(of: compensation, cause: cause, work: work)
    }
    return found.last?.compensation.id.lowercased
  }
}
