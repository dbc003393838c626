import Contracts
import FoundationEssentials
import Postgres

/// What restorations did, for figures.
enum RestorationStore {
  /// Writes down the work that events tell of.
  static func insert(_ events: [any EventPayload], on connection: PostgresConnection) async throws {
    let parts = events.compactMap { $0 as? RestorationProgressed }
      .flatMap { event in event.done.map { (event: event, done: $0) } }
    guard !parts.isEmpty else { return }
    try await connection.execute(
      """
      insert into restoration_result (case_id, region, done_at, mode, unit, work, quantity)
      select * from unnest(\(parts.map(\.event.caseId)), \(parts.map(\.event.region)), \(parts.map(\.event.at)),
        \(parts.map(\.done.mode.rawValue)), \(parts.map(\.done.unit.rawValue)), \(parts.map(\.done.work)),
        \(parts.map(\.done.quantity)))
      """)
  }
}
