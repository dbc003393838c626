import Contracts
import FoundationEssentials
import Postgres

/// Money that waits.
enum SuspenseStore {
  struct Item: Sendable {
    let payment: Payment
    let entry: Int64
    let region: String
    let reason: SuspenseReason
    let amountFen: Int64
    let settledFen: Int64

    var leftFen: Int64 { max(0, amountFen - settledFen) }
  }

  /// What is to wait: a payment or a part of one.
  struct Draft: Sendable {
    let payment: Payment
    let region: String
    let reason: SuspenseReason
    let amountFen: Int64
  }

  private typealias Columns = (
    UUID, Int64, UUID, String, String, Int64, Int64, Date, String, String, Int64, String, String?
  )
  private static let columns: SQL = """
    s.payment_id, s.entry, s.case_id, s.region, s.reason, s.amount_fen, s.settled_fen, s.received_at, p.source,
    p.payment_number, p.amount_fen, p.payer, p.account
    """
  private static let from: SQL = "suspense_item s join payment p on p.id = s.payment_id"

  static func insert(_ drafts: [Draft], at now: Date, on connection: PostgresConnection) async throws {
    guard !drafts.isEmpty else { return }
    try await connection.execute(
      """
      insert into suspense_item (payment_id, case_id, region, reason, amount_fen, received_at, recorded_at)
      select *, \(now) from unnest(\(drafts.map(\.payment.id)), \(drafts.map(\.payment.caseId)),
        \(drafts.map(\.region)), \(drafts.map(\.reason.rawValue)), \(drafts.map(\.amountFen)),
        \(drafts.map(\.payment.receivedAt)))
      """)
  }

  /// Notes that some of it found its place; a negative amount takes that back.
  static func settle(
    _ amounts: [(payment: UUID, fen: Int64)], on connection: PostgresConnection
  ) async throws {
    guard !amounts.isEmpty else { return }
    try await connection.execute(
      """
      update suspense_item s set settled_fen = s.settled_fen + n.fen
      from unnest(\(amounts.map(\.payment)), \(amounts.map(\.fen))) as n(payment_id, fen)
      where s.payment_id = n.payment_id
      """)
  }

  static func lock(_ payment: UUID, on connection: PostgresConnection) async throws -> Item? {
    try await read(
      "select \(columns) from \(from) where s.payment_id = \(payment) for update of s", on: connection
    ).first
  }

  /// What waits for cases that were not known, locked.
  static func lock(
    forCases ids: [UUID], on connection: PostgresConnection
  ) async throws -> [Item] {
    guard !ids.isEmpty else { return [] }
    return try await read(
      """
      select \(columns) from \(from)
      where s.case_id = any(\(ids)) and s.settled_fen < s.amount_fen and s.reason = 'unknown-case'
      order by s.payment_id for update of s
      """, on: connection)
  }

  /// A page of what waits, the oldest first.
  static func list(after: Int64, limit: Int, on connection: PostgresConnection) async throws -> [Item] {
    try await read(
      """
      select \(columns) from \(from) where s.settled_fen < s.amount_fen and s.entry > \(after)
      order by s.entry limit \(limit)
      """, on: connection)
  }

  private static func read(_ statement: SQL, on connection: PostgresConnection) async throws -> [Item] {
    try await connection.query(statement, as: Columns.self).map { row in
      guard let reason = SuspenseReason(rawValue: row.4), let payer = PayerKind(rawValue: row.11) else {
        throw StoredValueError(table: "suspense_item", id: row.0.lowercased)
      }
      let payment = Payment(
        id: row.0, source: row.8, paymentNumber: row.9, caseId: row.2, amountFen: row.10, receivedAt: row.7,
        payer: payer, account: row.12)
      return Item(
        payment: payment, entry: row.1, region: row.3, reason: reason, amountFen: row.5, settledFen: row.6)
    }
  }
}
