import Contracts
import FoundationEssentials
import Postgres

/// Money received, inserted once and never changed; where it went stands in the entries of the account.
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

  /// What has been received for a case and not paid back, without interest on late payment, in fen.
  static func received(_ caseId: UUID, on connection: PostgresConnection) async throws -> Int64 {
    try await EntryStore.received([caseId], on: connection)[caseId] ?? 0
  }

  /// The same for several cases; those without money are left out.
  static func received(_ caseIds: [UUID], on connection: PostgresConnection) async throws -> [UUID: Int64] {
    try await EntryStore.received(caseIds, on: connection)
  }

  /// The payments of one case, oldest first, each with what of it was booked for the case.
  static func list(_ caseId: UUID, on connection: PostgresConnection) async throws -> [JSON] {
    let rows = try await connection.query(
      """
      select p.payment_number, sum(case when e.credit in ('case', 'interest') then e.amount_fen else -e.amount_fen end)::bigint,
        p.received_at, p.payer, p.source, p.account
      from account_entry e join payment p on p.id = e.payment_id
      where e.case_id = \(caseId) and (e.credit in ('case', 'interest') or e.debit in ('case', 'interest'))
      group by p.id having sum(case when e.credit in ('case', 'interest') then e.amount_fen else -e.amount_fen end) > 0
      order by p.received_at, p.id limit 500
      """, as: (String, Int64, Date, String, String, String?).self)
    return rows.map { row in
      var object = JSONObject()
      object.set("paymentNumber", row.0)
      object.set("caseId", caseId)
      object.set("amountFen", row.1)
      object.set("receivedAt", row.2)
      object.set("payer", row.3)
      object.set("source", row.4)
      object.set("account", row.5)
      return .object(object)
    }
  }
}
