import FoundationEssentials
import Postgres

/// The sealed side of petitions.
enum VaultStore {
  static func insert(_ rows: [VaultRow], on connection: PostgresConnection) async throws {
    guard !rows.isEmpty else { return }
    try await connection.execute(
      """
      insert into petition_vault (entry, complaint, contact, hotline, phone, email, query_code)
      select * from unnest(\(rows.map(\.entry)), \(rows.map(\.complaint)), \(rows.map(\.contact)),
        \(rows.map(\.hotline)), \(rows.map(\.phone)), \(rows.map(\.email)), \(rows.map(\.queryCode)))
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
}
