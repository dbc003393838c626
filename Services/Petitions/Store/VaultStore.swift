import FoundationEssentials
import Postgres

/// The sealed side of petitions.
enum VaultStore {
  static func insert(_ rows: [VaultRow], on connection: PostgresConnection) async throws {
    guard !rows.isEmpty else { return }
    try await connection.execute(
      """
      insert into petition_vault (entry, complaint, contact, hotline, query_code, traits)
      select * from unnest(\(rows.map(\.entry)), \(rows.map(\.complaint)), \(rows.map(\.contact)),
        \(rows.map(\.hotline)), \(rows.map(\.queryCode)), \(rows.map(\.traits)))
      """)
  }

  /// Contact data sealed for notifications.
  static func contact(_ entry: Int64, on connection: PostgresConnection) async throws -> [UInt8]? {
    try await connection.query(
      "select contact from petition_vault where entry = \(entry)", as: [UInt8]?.self
    ).first ?? nil
  }

  /// What the vault's key opens.
  static func sealed(
    _ entry: Int64, on connection: PostgresConnection
  ) async throws -> (complaint: [UInt8], hotline: [UInt8]?)? {
    try await connection.query(
      "select complaint, hotline from petition_vault where entry = \(entry)", as: ([UInt8], [UInt8]?).self
    ).first.map { (complaint: $0.0, hotline: $0.1) }
  }

  /// The petitions of a number with the keyed hashes of their query codes: one, or two that share a number by chance.
  static func queryCodes(
    of number: PetitionNumber?, on pool: PostgresPool
  ) async throws -> [(id: UUID, verifier: [UInt8]?)] {
    let rows = try await pool.query(queryCodes(of: number), as: (UUID, [UInt8]?).self)
    return rows.map { (id: $0.0, verifier: $0.1) }
  }

  /// Apart, so that a test can ask what it reads.
  static func queryCodes(of number: PetitionNumber?) -> SQL {
    let nobody = UUID(uuid: (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0))
    return """
      select p.id, v.query_code from petition p join petition_vault v on v.entry = p.entry
      where p.id between \(number?.identifiers.lowerBound ?? nobody) and \(number?.identifiers.upperBound ?? nobody)
        and p.number = \(number?.text ?? "") limit 8
      """
  }
}
