import FoundationEssentials
import Postgres

/// The sealed side of petitions.
enum VaultStore {
  static func insert(_ rows: [VaultRow], on connection: PostgresConnection) async throws {
    guard !rows.isEmpty else { return }
    try await connection.execute(
      """
      insert into petition_vault (entry, complaint, contact, hotline, phone, email, query_code, traits)
      select * from unnest(\(rows.map(\.entry)), \(rows.map(\.complaint)), \(rows.map(\.contact)),
        \(rows.map(\.hotline)), \(rows.map(\.phone)), \(rows.map(\.email)), \(rows.map(\.queryCode)),
        \(rows.map(\.traits)))
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

  /// The entries of petitions with this telephone number or e-mail address, the newest first.
  static func entries(
    of hash: [UInt8], kind: SearchByContact.Wanted.Kind, limit: Int, on connection: PostgresConnection
  ) async throws -> [Int64] {
    switch kind {
    case .phone:
      try await connection.query(
        "select entry from petition_vault where phone = \(hash) order by entry desc limit \(limit)", as: Int64.self)
    case .email:
      try await connection.query(
        "select entry from petition_vault where email = \(hash) order by entry desc limit \(limit)", as: Int64.self)
    }
  }

  /// The petitions of a number with the keyed hashes of their query codes: one, or two that share a number by chance.
  static func queryCodes(
    of number: PetitionNumber?, on pool: PostgresPool
  ) async throws -> [(id: UUID, verifier: [UInt8]?)] {
    let nobody = UUID(uuid: (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0))
    let rows = try await pool.query(
      """
      select p.id, v.query_code from petition p join petition_vault v on v.entry = p.entry
      where p.id between \(number?.identifiers.lowerBound ?? nobody) and \(number?.identifiers.upperBound ?? nobody)
        and p.number = \(number?.text ?? "") limit 8
      """, as: (UUID, [UInt8]?).self)
    return rows.map { (id: $0.0, verifier: $0.1) }
  }
}
