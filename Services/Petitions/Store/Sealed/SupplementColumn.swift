import Contracts
import FoundationEssentials
import Postgres
import Sealing
import ServiceKit

/// What came in later on petitions, sealed for the vault.
struct SupplementColumn: SealedColumn {
  let name = "petition_supplement.complaint"
  let recipient: SealingRecipient

  func page(after cursor: String?, limit: Int, on connection: PostgresConnection) async throws -> [SealedRow] {
    let after = cursor.flatMap(Place.init)
    return try await connection.query(
      """
      select petition_id, number, complaint from petition_supplement
      where \(after?.petition as UUID?) is null
        or (petition_id, number) > (\(after?.petition as UUID?), \(after?.number as Int32?))
      order by petition_id, number limit \(limit) for update
      """, as: (UUID, Int32, [UInt8]).self
    ).map { row in
      SealedRow(
        cursor: Place(petition: row.0, number: row.1).text, context: PetitionSealing.vaultContext(row.0), sealed: row.2)
    }
  }

  func replace(_ rows: [SealedRow], on connection: PostgresConnection) async throws {
    let places = rows.compactMap { Place($0.cursor) }
    try await connection.execute(
      """
      update petition_supplement s set complaint = r.sealed
      from unnest(\(places.map(\.petition)), \(places.map(\.number)), \(rows.map(\.sealed)))
        as r(petition_id, number, sealed)
      where s.petition_id = r.petition_id and s.number = r.number
      """)
  }

  /// Where a row stands.
  private struct Place {
    let petition: UUID
    let number: Int32

    var text: String { "\(petition.uuidString)/\(number)" }

    init(petition: UUID, number: Int32) {
      self.petition = petition
      self.number = number
    }

    init?(_ text: String) {
      let parts = text.split(separator: "/")
      guard parts.count == 2, let petition = UUID(text: String(parts[0])), let number = Int32(parts[1]) else {
        return nil
      }
      self.init(petition: petition, number: number)
    }
  }
}
