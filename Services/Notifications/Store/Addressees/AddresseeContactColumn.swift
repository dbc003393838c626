import Postgres
import Sealing
import ServiceKit

/// The contact data of the addressee book.
struct AddresseeContactColumn: SealedColumn {
  let name = "addressee.contacts"
  let recipient: SealingRecipient

  func page(after cursor: String?, limit: Int, on connection: PostgresConnection) async throws -> [SealedRow] {
    try await connection.query(
      """
      select key, contacts from addressee
      where contacts is not null and (\(cursor as String?) is null or key > \(cursor as String?))
      order by key limit \(limit) for update
      """, as: (String, [UInt8]).self
    ).map { SealedRow(cursor: $0.0, context: ContactVault.context($0.0), sealed: $0.1) }
  }

  func replace(_ rows: [SealedRow], on connection: PostgresConnection) async throws {
    try await connection.execute(
      """
      update addressee a set contacts = r.sealed
      from unnest(\(rows.map(\.cursor)), \(rows.map(\.sealed))) as r(key, sealed) where a.key = r.key
      """)
  }
}
