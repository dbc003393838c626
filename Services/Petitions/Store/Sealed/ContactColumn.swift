import Contracts
import FoundationEssentials
import Postgres
import Sealing
import ServiceKit

/// Contact data, sealed for `notifications`. They cannot be opened here, so that they are made anew from the complaint, which
/// the vault's key opens.
struct ContactColumn: SealedColumn {
  let name = "petition_vault.contact"
  let recipient: SealingRecipient
  let sealing: PetitionSealing

  func page(after cursor: String?, limit: Int, on connection: PostgresConnection) async throws -> [SealedRow] {
    let after = cursor.flatMap(Place.init)?.entry ?? 0
    return try await connection.query(
      """
      select v.entry, p.id, v.complaint, v.contact from petition_vault v join petition p using (entry)
      where v.entry > \(after) and v.contact is not null order by v.entry limit \(limit) for update of v
      """, as: (Int64, UUID, [UInt8], [UInt8]).self
    ).map { row in
      // What is opened is the complaint; whom the contact is sealed for decides whether it is.
      SealedRow(cursor: Place(entry: row.0, petition: row.1).text, context: row.2, sealed: row.3)
    }
  }

  func resealed(_ row: SealedRow, opener: Opener, sealer: Sealer) throws(SealingError) -> [UInt8] {
    guard let petition = Place(row.cursor)?.petition else { throw SealingError(.malformed) }
    let bytes = try opener.open(row.context, context: PetitionSealing.vaultContext(petition))
    guard let complaint = try? JSON(parsing: bytes, limits: .storedFile) else { throw SealingError(.malformed) }
    return try sealer.seal(
      sealing.contact(of: complaint, petition: petition), context: PetitionSealing.contactContext(petition))
  }

  func replace(_ rows: [SealedRow], on connection: PostgresConnection) async throws {
    try await connection.execute(
      """
      update petition_vault v set contact = r.sealed
      from unnest(\(rows.compactMap { Place($0.cursor)?.entry }), \(rows.map(\.sealed))) as r(entry, sealed)
      where v.entry = r.entry
      """)
  }

  /// A row by its entry, with the petition that it is bound to.
  private struct Place {
    let entry: Int64
    let petition: UUID

    var text: String { "\(entry)/\(petition.uuidString)" }

    init(entry: Int64, petition: UUID) {
      self.entry = entry
      self.petition = petition
    }

    init?(_ text: String) {
      let parts = text.split(separator: "/")
      guard parts.count == 2, let entry = Int64(parts[0]), let petition = UUID(text: String(parts[1])) else {
        return nil
      }
      self.init(entry: entry, petition: petition)
    }
  }
}
