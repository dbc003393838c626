import Postgres
import Sealing
import ServiceKit

/// Who registered supervisors are, sealed for the vault.
struct SupervisorIdentityColumn: SealedColumn {
  let name = "supervisor.identity"
  let recipient: SealingRecipient

  func page(after cursor: String?, limit: Int, on connection: PostgresConnection) async throws -> [SealedRow] {
    try await connection.query(
      """
      select number, identity from supervisor where number > \(cursor ?? "") order by number limit \(limit) for update
      """, as: (String, [UInt8]).self
    ).map { SealedRow(cursor: $0.0, context: PetitionSealing.supervisorContext($0.0), sealed: $0.1) }
  }

  func replace(_ rows: [SealedRow], on connection: PostgresConnection) async throws {
    try await connection.execute(
      """
      update supervisor s set identity = r.sealed
      from unnest(\(rows.map(\.cursor)), \(rows.map(\.sealed))) as r(number, sealed) where s.number = r.number
      """)
  }
}
