import Postgres

extension VaultStore {
  /// Puts `rest` in place of what is sealed of a petition, and takes away by what its petitioner is found.
  static func erase(_ petition: Petition, leaving rest: [UInt8], on connection: PostgresConnection) async throws {
    let packed =
      try await connection.query(
        "select traits from petition_vault where entry = \(petition.entry) for update", as: [UInt8]?.self
      ).first ?? nil
    let traits = Trait.unpacked(packed ?? []).map(\.key)
    _ = try await connection.pipeline([
      "delete from petition_trait where trait = any(\(traits)) and entry = \(petition.entry)",
      """
      update petition_vault set complaint = \(rest), contact = null, hotline = null, query_code = null, traits = null
      where entry = \(petition.entry)
      """,
      "update petition_supplement set complaint = \(rest), hotline = null where petition_id = \(petition.id)",
    ])
  }
}
