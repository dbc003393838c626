import Civics
import Contracts
import FoundationEssentials
import Postgres

/// The entries of the one account, inserted once and never changed; the database sees to that, and to the years that are
/// closed.
enum EntryStore {
  /// An entry as it is kept.
  struct Kept: Sendable {
    let entry: LedgerEntry
    let number: Int64
    let recordedAt: Date
  }

  /// Books entries, in one statement; the caller sees to their order.
  static func insert(
    _ entries: [LedgerEntry], at now: Date, on connection: PostgresConnection
  ) async throws {
    guard !entries.isEmpty else { return }
    try await connection.execute(
      """
      insert into account_entry (id, year, day, kind, debit, credit, amount_fen, case_id, payment_id, claim_id,
        project_id, region, class, document, reason, reverses, actor, recorded_at)
      select id, extract(year from day::date)::int, day::date, kind, debit, credit, amount_fen, case_id, payment_id,
        claim_id, project_id, region, class, document, reason, reverses, actor, \(now)
      from unnest(\(entries.map(\.id)), \(entries.map(\.day.description)), \(entries.map(\.kind.rawValue)),
        \(entries.map(\.debit.rawValue)), \(entries.map(\.credit.rawValue)), \(entries.map(\.amountFen)),
        \(entries.map(\.caseId)), \(entries.map(\.paymentId)), \(entries.map(\.claimId)), \(entries.map(\.projectId)),
        \(entries.map(\.region)), \(entries.map(\.classCode)), \(entries.map(\.document)), \(entries.map(\.reason)),
        \(entries.map(\.reverses)), \(entries.map(\.actor)))
        as n(id, day, kind, debit, credit, amount_fen, case_id, payment_id, claim_id, project_id, region, class,
          document, reason, reverses, actor)
      """)
  }

  /// What has been received for cases and not paid back, without interest on late payment, in fen.
  static func received(_ caseIds: [UUID], on connection: PostgresConnection) async throws -> [UUID: Int64] {
    guard !caseIds.isEmpty else { return [:] }
    let rows = try await connection.query(
      """
      select case_id, least(sum(case when credit = 'case' then amount_fen else -amount_fen end),
        \(Int64.max)::numeric)::bigint
      from account_entry where case_id = any(\(caseIds)) and (credit = 'case' or debit = 'case') group by case_id
      """, as: (UUID, Int64).self)
    return Dictionary(rows.map { ($0.0, $0.1) }, uniquingKeysWith: { first, _ in first })
  }

  /// What cases received, by case and day, for interest on late payment.
  static func receipts(
    _ caseIds: [UUID], on connection: PostgresConnection
  ) async throws -> [UUID: [LateInterest.Receipt]] {
    guard !caseIds.isEmpty else { return [:] }
    let rows = try await connection.query(
      """
      select case_id, day::text, sum(amount_fen)::bigint from account_entry
      where case_id = any(\(caseIds)) and credit in ('case', 'interest') group by case_id, day order by case_id, day
      """, as: (UUID, String, Int64).self)
    var receipts: [UUID: [LateInterest.Receipt]] = [:]
    for row in rows {
      guard let day = CivilDate(row.1) else { continue }
      receipts[row.0, default: []].append(LateInterest.Receipt(day: day, amountFen: row.2))
    }
    return receipts
  }
}
