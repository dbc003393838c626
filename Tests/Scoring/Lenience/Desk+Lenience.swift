import Contracts
import FoundationEssentials
import Messaging
import Postgres

@testable import Scoring

extension Desk {
  /// What was told with a type, in order.
  func told<Payload: EventPayload>(of type: Payload.Type) async throws -> [Payload] {
    let rows = try await pool.query(
      """
      select payload from outbox where position(convert_to(\(Payload.type.rawValue), 'UTF8') in headers) > 0 order by id
      """, as: [UInt8].self)
    return try rows.map { try Payload(json: JSON(parsing: $0, limits: JSONLimits())) }
  }

  /// The ledger of a subject, the oldest entry first.
  func facts(_ subject: String = Fixtures.firm) async throws -> [Fact] {
    try await runner.read { try await FactStore().load(subjects: [subject], on: $0) }
      .sorted { $0.from == $1.from ? $0.kind < $1.kind : $0.from < $1.from }
  }
}
