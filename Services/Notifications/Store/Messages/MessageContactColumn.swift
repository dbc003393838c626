import Contracts
import FoundationEssentials
import Postgres
import Sealing
import ServiceKit

/// The contact data of messages, as `petitions` sealed them; gone from those that are settled.
struct MessageContactColumn: SealedColumn {
  let name = "message.sealed"
  let recipient: SealingRecipient

  func page(after cursor: String?, limit: Int, on connection: PostgresConnection) async throws -> [SealedRow] {
    let after = cursor.flatMap(UUID.init(text:))
    return try await connection.query(
      """
      select id, petition_id, sealed from message
      where sealed is not null and (\(after as UUID?) is null or id > \(after as UUID?))
      order by id limit \(limit) for update
      """, as: (UUID, UUID, [UInt8]).self
    ).map { SealedRow(cursor: $0.0.uuidString, context: OpenContact.context($0.1), sealed: $0.2) }
  }

  func replace(_ rows: [SealedRow], on connection: PostgresConnection) async throws {
    try await connection.execute(
      """
      update message m set sealed = r.sealed
      from unnest(\(rows.compactMap { UUID(text: $0.cursor) }), \(rows.map(\.sealed))) as r(id, sealed)
      where m.id = r.id
      """)
  }
}
