import Messaging
import Postgres
import Sealing

/// The sealed records of the dead letters, which every service has.
struct DeadLetterRecords: SealedColumn {
  let name = "dead_letter.record"
  let recipient: SealingRecipient

  func page(after cursor: String?, limit: Int, on connection: PostgresConnection) async throws -> [SealedRow] {
    let after = cursor.flatMap(Int64.init) ?? 0
    return try await connection.query(
      "select id, record from dead_letter where id > \(after) order by id limit \(limit) for update",
      as: (Int64, [UInt8]).self
    ).map { SealedRow(cursor: "\($0.0)", context: DeadLetters.sealingContext, sealed: $0.1) }
  }

  func replace(_ rows: [SealedRow], on connection: PostgresConnection) async throws {
    try await connection.execute(
      """
      update dead_letter l set record = r.sealed
      from unnest(\(rows.compactMap { Int64($0.cursor) }), \(rows.map(\.sealed))) as r(id, sealed) where l.id = r.id
      """)
  }
}
