import FoundationEssentials
import Postgres

extension MessageStore {
  /// How many settled messages of a petition still have contact data.
  static func settledContacts(of petition: UUID, on connection: PostgresConnection) async throws -> Int {
    try await connection.query(
      "select count(*) from message where petition_id = \(petition) and sealed is not null and settled_at is not null",
      as: Int.self
    ).first ?? 0
  }

  /// Takes the contact data out of them; answers how many had some.
  static func eraseSettledContacts(of petition: UUID, on connection: PostgresConnection) async throws -> Int {
    try await connection.execute(
      """
      update message set sealed = null
      where petition_id = \(petition) and sealed is not null and settled_at is not null
      """)
  }
}
