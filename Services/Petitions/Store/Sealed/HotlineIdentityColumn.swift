import Postgres
import Sealing
import ServiceKit

/// Identities that hotlines sealed themselves, for the vault.
struct HotlineIdentityColumn: SealedColumn {
  let name = "petition_vault.hotline"
  let recipient: SealingRecipient

  func page(after cursor: String?, limit: Int, on connection: PostgresConnection) async throws -> [SealedRow] {
    let after = cursor.flatMap(Int64.init) ?? 0
    return try await connection.query(
      """
      select v.entry, p.source, p.external_id, v.hotline from petition_vault v join petition p using (entry)
      where v.entry > \(after) and v.hotline is not null order by v.entry limit \(limit) for update of v
      """, as: (Int64, String, String, [UInt8]).self
    ).map { SealedRow(cursor: "\($0.0)", context: SealingContext.of("reporter", $0.1, $0.2), sealed: $0.3) }
  }

  func replace(_ rows: [SealedRow], on connection: PostgresConnection) async throws {
    try await connection.execute(
      """
      update petition_vault v set hotline = r.sealed
      from unnest(\(rows.compactMap { Int64($0.cursor) }), \(rows.map(\.sealed))) as r(entry, sealed)
      where v.entry = r.entry
      """)
  }
}
