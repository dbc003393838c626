import Civics
import Contracts
import FoundationEssentials
import Postgres

extension EntryStore {
  /// What a list of entries is about.
  struct Filter: Sendable {
    /// Asked for where no case, project or claim is.
    var year: Int?
    var kind: EntryKind?
    var caseId: UUID?
    var projectId: UUID?
    var claimId: UUID?
    /// The number of the last entry of the page before; entries ascend.
    var after: Int64 = 0
    var limit = 50
  }

  private typealias Columns = (
    UUID, Int64, String, String, String, String, Int64, UUID?, UUID?, UUID?, UUID?, String, String, String?, String?,
    UUID?, String, Date
  )
  private static let columns: SQL = """
    id, number, day::text, kind, debit, credit, amount_fen, case_id, payment_id, claim_id, project_id, region, class,
    document, reason, reverses, actor, recorded_at
    """

  static func find(_ id: UUID, on connection: PostgresConnection) async throws -> Kept? {
    try await read("select \(columns) from account_entry where id = \(id)", on: connection).first
  }

  /// Whether an entry was taken back.
  static func isReversed(_ id: UUID, on connection: PostgresConnection) async throws -> Bool {
    try await connection.query("select true from account_entry where reverses = \(id)", as: Bool.self).first ?? false
  }

  /// Whether somebody booked in a year.
  static func hasBooked(_ actor: String, in year: Int, on connection: PostgresConnection) async throws -> Bool {
    try await connection.query(
      "select exists (select from account_entry where year = \(Int32(clamping: year)) and actor = \(actor))",
      as: Bool.self
    ).first ?? false
  }

  /// A page of entries in their order.
  static func list(_ filter: Filter, on connection: PostgresConnection) async throws -> [Kept] {
    try await read(statement(filter), on: connection)
  }

  static func statement(_ filter: Filter) -> SQL {
    var condition: SQL = "number > \(filter.after)"
    if let year = filter.year { condition = "\(condition) and year = \(Int32(clamping: year))" }
    if let id = filter.caseId { condition = "\(condition) and case_id = \(id)" }
    if let id = filter.projectId { condition = "\(condition) and project_id = \(id)" }
    if let id = filter.claimId { condition = "\(condition) and claim_id = \(id)" }
    if let kind = filter.kind { condition = "\(condition) and kind = \(kind.rawValue)" }
    return "select \(columns) from account_entry where \(condition) order by number limit \(filter.limit)"
  }

  private static func read(_ statement: SQL, on connection: PostgresConnection) async throws -> [Kept] {
    try await connection.query(statement, as: Columns.self).map { row in
      guard let day = CivilDate(row.2), let kind = EntryKind(rawValue: row.3),
        let debit = LedgerAccount(rawValue: row.4),
        let credit = LedgerAccount(rawValue: row.5)
      else { throw StoredValueError(table: "account_entry", id: row.0.lowercased) }
      let entry = LedgerEntry(
        id: row.0, day: day, kind: kind, debit: debit, credit: credit, amountFen: row.6, caseId: row.7,
        paymentId: row.8, claimId: row.9, projectId: row.10, region: row.11, classCode: row.12, document: row.13,
        reason: row.14, reverses: row.15, actor: row.16)
      return Kept(entry: entry, number: row.1, recordedAt: row.17)
    }
  }
}
