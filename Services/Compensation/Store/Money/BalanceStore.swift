import Contracts
import FoundationEssentials
import Messaging
import Postgres

/// Balances of the accounts: what is folded and what is not, in one statement, so that a fold meanwhile is seen wholly or
/// not at all.
enum BalanceStore {
  /// What an account was debited and credited, in fen.
  struct Balance: Sendable, Equatable {
    let account: LedgerAccount
    let debitFen: Int64
    let creditFen: Int64

    /// What stands on it: debits less credits.
    var fen: Int64 { debitFen &- creditFen }
  }

  /// The balances of all accounts.
  /// - Parameter year: through which; nil for now.
  static func balances(through year: Int? = nil, on connection: PostgresConnection) async throws -> [Balance] {
    all(
      try await connection.query(
        """
        select \(columns) from (
          select account, debit, credit from account_total where year <= \(last(year))
          union all select account, debit, credit from account_delta where year <= \(last(year))) as leg
        group by account
        """, as: (String, Int64, Int64).self))
  }

  /// The balances as they are kept, beside the same added up again from every entry: one statement sees both at once.
  static func compared(on connection: PostgresConnection) async throws -> (kept: [Balance], counted: [Balance]) {
    let rows = try await connection.query(
      """
      with pair as (select debit, credit, sum(amount_fen) as fen from account_entry group by debit, credit)
      select true, \(columns) from (
        select account, debit, credit from account_total
        union all select account, debit, credit from account_delta) as leg group by account
      union all
      select false, \(columns) from (
        select debit as account, fen as debit, 0::numeric as credit from pair
        union all select credit, 0, fen from pair) as leg group by account
      """, as: (Bool, String, Int64, Int64).self)
    func balances(_ isKept: Bool) -> [Balance] {
      all(rows.filter { $0.0 == isKept }.map { ($0.1, $0.2, $0.3) })
    }
    return (balances(true), balances(false))
  }

  private static func last(_ year: Int?) -> Int32 { year.map { Int32(clamping: $0) } ?? .max }

  private static let columns: SQL = """
    account, least(sum(debit), 9223372036854775807)::bigint, least(sum(credit), 9223372036854775807)::bigint
    """

  /// A balance for every account, also those that nothing was booked on.
  private static func all(_ rows: [(String, Int64, Int64)]) -> [Balance] {
    let found = Dictionary(rows.map { ($0.0, ($0.1, $0.2)) }, uniquingKeysWith: { first, _ in first })
    return LedgerAccount.allCases.map { account in
      let (debit, credit) = found[account.rawValue] ?? (0, 0)
      return Balance(account: account, debitFen: debit, creditFen: credit)
    }
  }

  /// Folds the oldest rows by year and account.
  static let fold = EntryFold(
    of: "account_delta",
    """
    insert into account_total (year, account, debit, credit, entries)
    select year, account, sum(debit), sum(credit), sum(entries) from taken group by year, account
    on conflict (year, account) do update set debit = account_total.debit + excluded.debit,
      credit = account_total.credit + excluded.credit, entries = account_total.entries + excluded.entries
    """)

  /// Keeps out whoever else spends until the transaction ends, so that two cannot spend the same money.
  static func holdSpending(on connection: PostgresConnection) async throws {
    _ = try await connection.query(
      "select count(pg_advisory_xact_lock(account_lock() # 1))", as: Int.self)
  }

  /// What may be spent on projects: the money on the account less what waits and what is owed to insurers.
  static func spendable(on connection: PostgresConnection) async throws -> Int64 {
    let balances = try await balances(on: connection)
    func fen(_ account: LedgerAccount) -> Int64 { balances.first { $0.account == account }?.fen ?? 0 }
    return fen(.bank) &+ fen(.suspense) &+ fen(.insurers)
  }
}
