import Contracts
import FoundationEssentials
import Postgres

/// What the entries say of a year, added up from every one of them.
enum StatementStore {
  /// How many entries one part of the digest takes in.
  static let digestPart = 1_000

  static func statement(of year: Int, on connection: PostgresConnection) async throws -> YearStatement {
    let year32 = Int32(clamping: year)
    let before = try await BalanceStore.balances(through: year - 1, on: connection)
    let after = try await BalanceStore.balances(through: year, on: connection)
    func fen(_ account: LedgerAccount, _ balances: [BalanceStore.Balance]) -> Int64 {
      balances.first { $0.account == account }?.fen ?? 0
    }
    let rows = try await connection.query(
      """
      select kind, class, count(*), least(sum(amount_fen), \(Int64.max)::numeric)::bigint,
        least(coalesce(sum(amount_fen) filter (where debit = 'bank'), 0), \(Int64.max)::numeric)::bigint,
        least(coalesce(sum(amount_fen) filter (where credit = 'bank'), 0), \(Int64.max)::numeric)::bigint
      from account_entry where year = \(year32) group by 1, 2 order by 1, 2
      """, as: (String, String, Int64, Int64, Int64, Int64).self)
    var lines: [YearStatement.Line] = []
    for row in rows {
      guard let kind = EntryKind(rawValue: row.0) else { throw StoredValueError(table: "account_entry", id: row.0) }
      lines.append(YearStatement.Line(kind: kind, classCode: row.1, entries: row.2, amountFen: row.3))
    }
    return YearStatement(
      openingFen: fen(.bank, before), receivedFen: rows.reduce(0) { $0 &+ $1.4 },
      paidOutFen: rows.reduce(0) { $0 &+ $1.5 }, suspenseFen: -fen(.suspense, after),
      insurersFen: -fen(.insurers, after), entries: rows.reduce(0) { $0 &+ $1.2 }, lines: lines,
      digest: try await digest(of: year, on: connection))
  }

  /// SHA-256 over the SHA-256 of each thousand entries of the year in their order. An entry counts with all that it says.
  static func digest(of year: Int, on connection: PostgresConnection) async throws -> String {
    let rows = try await connection.query(
      """
      select encode(sha256(coalesce(string_agg(part, ''::bytea order by place), ''::bytea)), 'hex') from (
        select place, sha256(string_agg(entry, ''::bytea order by number)) as part from (
          select number, (row_number() over (order by number) - 1) / \(Int64(digestPart)) as place,
            sha256(convert_to(concat_ws(chr(31), id, number, day, kind, debit, credit, amount_fen,
              coalesce(case_id::text, ''), coalesce(payment_id::text, ''), coalesce(claim_id::text, ''),
              coalesce(project_id::text, ''), region, class, coalesce(document, ''), coalesce(reason, ''),
              coalesce(reverses::text, ''), actor), 'UTF8')) as entry
          from account_entry where year = \(Int32(clamping: year))) as hashed
        group by place) as parts
      """, as: String.self)
    return rows.first ?? ""
  }
}
