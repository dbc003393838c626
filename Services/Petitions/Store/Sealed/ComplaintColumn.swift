import FoundationEssentials
import Postgres
import Sealing
import ServiceKit

/// Complaints with the complainants' words, sealed for the vault.
struct ComplaintColumn: SealedColumn {
  let name = "petition_vault.complaint"
  let recipient: SealingRecipient

  func page(after cursor: String?, limit: Int, on connection: PostgresConnection) async throws -> [SealedRow] {
    let after = cursor.flatMap(Int64.init) ?? 0
    return try await connection.query(
      """
      select v.entry, p.id, v.complaint from petition_vault v join petition p using (entry)
      where v.entry > \(after) order by v.entry limit \(limit) for update of v
      """, as: (Int64, UUID, [UInt8]).self
    ).map { SealedRow(cursor: "\($0.0)", context: PetitionSealing.vaultContext($0.1), sealed: $0.2) }
  }

  func replace(_ rows: [SealedRow], on connection: PostgresConnection) async throws {
    try await connection.execute(
      """
      update petition_vault v set complaint = r.sealed
      from unnest(\(rows.compactMap { Int64($0.cursor) }), \(rows.map(\.sealed))) as r(entry, sealed)
      where v.entry = r.entry
      """)
  }
}
