import Contracts
import FoundationEssentials
import Postgres

/// Money received, inserted once and never changed.
enum PaymentStore {
  /// - Returns: those that are new; the others were booked before.
  static func insert(
    _ payments: [Payment], at now: Date, on connection: PostgresConnection
  ) async throws -> Set<UUID> {
    guard !payments.isEmpty else { return [] }
    let payments = payments.sorted { $0.id.uuidString < $1.id.uuidString }
    let rows = try await connection.query(
      """
      insert into payment (id, source, payment_number, case_id, amount_fen, received_at, payer, account, recorded_at)
      select *, \(now) from unnest(\(payments.map(\.id)), \(payments.map(\.source)),
        \(payments.map(\.paymentNumber)), \(payments.map(\.caseId)), \(payments.map(\.amountFen)),
        \(payments.map(\.receivedAt)), \(payments.map(\.payer.rawValue)), \(payments.map(\.account)))
      on conflict do nothing returning id
      """, as: UUID.self)
    return Set(rows)
  }

  /// What has been received for a case, in fen.
  static func received(_ caseId: UUID, on connection: PostgresConnection) async throws -> Int64 {
    let rows = try await connection.query(
      """
      select least(coalesce(sum(amount_fen), 0), \(Int64.max)::numeric)::bigint from payment where case_id = \(caseId)
      """, as: Int64.self)
    return rows.first ?? 0
  }

  /// What has been received for each of these cases, in fen; those without money are left out.
  static func received(_ caseIds: [UUID], on connection: PostgresConnection) async throws -> [UUID: Int64] {
    let rows = try await connection.query(
      """
      select case_id, least(sum(amount_fen), \(Int64.max)::numeric)::bigint from payment
      where case_id = any(\(caseIds)) group by case_id
      """, as: (UUID, Int64).self)
    return Dictionary(rows.map { ($0.0, $0.1) }, uniquingKeysWith: { first, _ in first })
  }

  /// The payments of one case, or those that name no known case, oldest first.
  static func list(_ caseId: UUID?, on connection: PostgresConnection) async throws -> [JSON] {
    let condition: SQL =
      caseId.map { "p.case_id = \($0)" }
      ?? "not exists (select from compensation_case c where c.id = p.case_id)"
    let rows = try await connection.query(
      """
      select p.payment_number, p.case_id, p.amount_fen, p.received_at, p.payer, p.source, p.account from payment p
      where \(condition) order by p.received_at, p.id limit 500
      """, as: (String, UUID, Int64, Date, String, String, String?).self)
    return rows.map { row in
      var object = JSONObject()
      object.set("paymentNumber", row.0)
      object.set("caseId", row.1)
      object.set("amountFen", row.2)
      object.set("receivedAt", row.3)
      object.set("payer", row.4)
      object.set("source", row.5)
      object.set("account", row.6)
      return .object(object)
    }
  }
}
