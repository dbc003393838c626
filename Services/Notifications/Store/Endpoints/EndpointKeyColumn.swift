import Contracts
import FoundationEssentials
import Postgres
import Sealing
import ServiceKit

/// The keys that sign for endpoints.
struct EndpointKeyColumn: SealedColumn {
  let name = "endpoint_key.sealed"
  let recipient: SealingRecipient

  func page(after cursor: String?, limit: Int, on connection: PostgresConnection) async throws -> [SealedRow] {
    let after = cursor.flatMap(UUID.init(text:))
    return try await connection.query(
      """
      select id, endpoint_id, sealed from endpoint_key where \(after as UUID?) is null or id > \(after as UUID?)
      order by id limit \(limit) for update
      """, as: (UUID, UUID, [UInt8]).self
    ).map { SealedRow(cursor: $0.0.uuidString, context: SecretVault.context($0.1), sealed: $0.2) }
  }

  func replace(_ rows: [SealedRow], on connection: PostgresConnection) async throws {
    try await connection.execute(
      """
      update endpoint_key k set sealed = r.sealed
      from unnest(\(rows.compactMap { UUID(text: $0.cursor) }), \(rows.map(\.sealed))) as r(id, sealed)
      where k.id = r.id
      """)
  }
}
