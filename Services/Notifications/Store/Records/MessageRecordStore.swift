import Contracts
import FoundationEssentials
import Postgres
import ServiceKit

/// Messages as staff see them.
enum MessageRecordStore {
  private typealias Columns = (
    UUID, Int64, String, UUID?, Int16?, String, String?, String, [String], String, String, String, Int, String?,
    String?,
    String?, String?, String?, Date?, Date?, Bool, Date?, Date, Date?, Date?
  )

  /// In the order of the tuple that they are read into.
  static let columns: SQL = """
    id, ordinal, subject, petition_id, contact, audience, addressee, template, channels, region, urgency, status, attempts,
    channel, proof, proof_sha256, last_failure, document_number, not_before, expires_at, wants_acknowledgement,
    acknowledged_at, made_at, due_at, settled_at
    """

  static func read(_ statement: SQL, on connection: PostgresConnection) async throws -> [MessageRecord] {
    try await connection.query(statement, as: Columns.self).map { row in
      guard let status = MessageStatus(rawValue: row.11) else {
        throw StoredValueError(table: "message", id: row.0.lowercased)
      }
      return MessageRecord(
        id: row.0, ordinal: row.1, subject: row.2, petitionId: row.3, contact: row.4.map(Int.init), audience: row.5,
        addressee: row.6, template: row.7, channels: row.8, region: row.9, urgency: row.10, status: status,
        attempts: row.12, channel: row.13, proof: row.14, proofSha256: row.15, failure: row.16, documentNumber: row.17,
        notBefore: row.18, expiresAt: row.19, wantsAcknowledgement: row.20, acknowledgedAt: row.21, madeAt: row.22,
        dueAt: row.23, settledAt: row.24)
    }
  }

  static func find(_ id: UUID, on connection: PostgresConnection) async throws -> MessageRecord? {
    try await read("select \(columns) from message where id = \(id)", on: connection).first
  }

  /// The latest messages of a subject, inside these regions.
  static func latest(
    of subject: String, regions: [String], on connection: PostgresConnection
  ) async throws -> [MessageRecord] {
    try await read(
      """
      select \(columns) from (
        select * from message where subject = \(subject) order by subject desc, ordinal desc limit \(SubjectState.reach))
        as message
      where \(RegionCondition.sql(regions))
      """, on: connection)
  }

  /// The attempts at a message, as they were made; the last thousand of them.
  static func attempts(at id: UUID, on connection: PostgresConnection) async throws -> [MessageRecord.Attempt] {
    let rows = try await connection.query(
      """
      select number, channel, outcome, failure, proof, proof_sha256, actor, made_at from message_attempt
      where message_id = \(id) order by number desc limit 1000
      """, as: (Int32, String, String, String?, String?, String?, String, Date).self)
    return rows.reversed().map { row in
      MessageRecord.Attempt(
        number: Int(row.0), channel: row.1, outcome: row.2, failure: row.3, proof: row.4, proofSha256: row.5,
        actor: row.6, madeAt: row.7)
    }
  }
}
