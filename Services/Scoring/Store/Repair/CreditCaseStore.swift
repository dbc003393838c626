import Contracts
import FoundationEssentials
import Postgres

/// The rows of cases about credit.
struct CreditCaseStore: Sendable {
  /// The most rows looked at for one page of a list.
  static let reach = 5_000

  private typealias Columns = (
    UUID, Int64, String, String, String, String, String, Int, Date, Int64, Int64, String, Date
  )
  private static let columns: SQL = """
    id, entry, number, kind, status, subject, region, instance, filed_at, sequence, version, file::text, updated_at
    """

  /// - Returns: the case with its place in lists.
  func insert(_ credit: CreditCase, on connection: PostgresConnection) async throws -> CreditCase {
    var credit = credit
    credit.entry =
      try await connection.query(
        """
        insert into credit_case (id, number, kind, status, subject, region, penalty_number, instance, filed_at, is_overdue,
          due_at, is_provisional, sequence, version, file, updated_at)
        values (\(credit.id), \(credit.number), \(credit.kind.rawValue), \(credit.status.rawValue), \(credit.subject),
          \(credit.region), \(credit.file.penaltyNumber as String?), \(Int32(clamping: credit.instance)), \(credit.filedAt),
          \(credit.isOverdue), \(credit.dueAt as Date?), \(credit.isProvisional), \(credit.sequence), \(credit.version),
          \(PostgresJSON(credit.file.json.bytes)), \(credit.updatedAt))
        returning entry
        """, as: Int64.self
      ).first ?? 0
    return credit
  }

  /// Writes what has changed; counts the version.
  func save(_ credit: inout CreditCase, on connection: PostgresConnection) async throws {
    credit.version += 1
    try await connection.execute(
      """
      update credit_case set status = \(credit.status.rawValue), instance = \(Int32(clamping: credit.instance)),
        is_overdue = \(credit.isOverdue), due_at = \(credit.dueAt as Date?), is_provisional = \(credit.isProvisional),
        sequence = \(credit.sequence), version = \(credit.version), file = \(PostgresJSON(credit.file.json.bytes)),
        updated_at = \(credit.updatedAt)
      where id = \(credit.id)
      """)
  }

  func find(_ id: UUID, on connection: PostgresConnection) async throws -> CreditCase? {
    try await read("select \(CreditCaseStore.columns) from credit_case where id = \(id)", on: connection).first
  }

  /// Cases, locked in the order of their ids.
  func lock(_ ids: [UUID], on connection: PostgresConnection) async throws -> [CreditCase] {
    try await read(
      "select \(CreditCaseStore.columns) from credit_case where id = any(\(ids)) order by id for update",
      on: connection)
  }

  /// Cases whose dates hang on a calendar that was not announced, locked; a page of them.
  func provisional(after entry: Int64, limit: Int, on connection: PostgresConnection) async throws -> [CreditCase] {
    try await read(
      """
      select \(CreditCaseStore.columns) from credit_case where is_provisional and entry > \(entry)
      order by entry limit \(limit) for update
      """, on: connection)
  }

  /// The cases of a subject that are taken on and not decided for good.
  func open(of subject: String, on connection: PostgresConnection) async throws -> [CreditCase] {
    try await read(
      """
      select \(CreditCaseStore.columns) from credit_case
      where subject = \(subject) and status in ('accepted', 'decided') order by entry desc limit 1000
      """, on: connection)
  }

  /// The reviews of a penalty case that were decided, the last one first.
  func reviews(
    of subject: String, penaltyNumber: String, on connection: PostgresConnection
  ) async throws -> [CreditCase] {
    try await read(
      """
      select \(CreditCaseStore.columns) from credit_case
      where subject = \(subject) and penalty_number = \(penaltyNumber) and kind = 'administrative-review'
        and status = 'closed'
      order by entry desc limit 10
      """, on: connection)
  }

  /// A page of cases and one more, which tells that there is more; the newest first.
  func list(_ filter: CreditCaseFilter, on connection: PostgresConnection) async throws -> [CreditCase] {
    var rest: SQL = "region like any(\(filter.regions.map(RegionPattern.like)))"
    if !filter.kinds.isEmpty { rest = "\(rest) and kind = any(\(filter.kinds.map(\.rawValue)))" }
    if !filter.statuses.isEmpty { rest = "\(rest) and status = any(\(filter.statuses.map(\.rawValue)))" }
    if let isOverdue = filter.isOverdue { rest = "\(rest) and is_overdue = \(isOverdue)" }
    if let due = filter.dueBefore { rest = "\(rest) and due_at < \(due)" }
    return try await read(
      """
      select \(CreditCaseStore.columns)
      from (select * from credit_case where \(CreditCaseStore.driven(filter))
        order by \(CreditCaseStore.order(filter)) limit \(CreditCaseStore.reach)) as c
      where case when \(rest) then true end limit \(filter.limit + 1)
      """, on: connection)
  }

  /// The last line that a page looks at; nil when it looks at all there are.
  func end(of filter: CreditCaseFilter, on connection: PostgresConnection) async throws -> Int64? {
    try await connection.query(
      """
      select entry from credit_case where \(CreditCaseStore.driven(filter))
      order by \(CreditCaseStore.order(filter)) offset \(CreditCaseStore.reach - 1) limit 1
      """, as: Int64.self
    ).first
  }

  /// What an index answers, in the order of the list.
  ///
  /// An equality written as two bounds, and the columns at the front of the comparison: so no index but its own can give
  /// the order, and what is rare is not looked for among all there are.
  private static func driven(_ filter: CreditCaseFilter) -> SQL {
    let before = filter.before ?? .max
    if let subject = filter.subject { return "subject = \(subject) and entry < \(before)" }
    if filter.isOverdue == true { return "is_overdue and entry < \(before)" }
    guard let (kind, status) = lead(filter) else { return "entry < \(before)" }
    return """
      kind >= \(kind) and kind <= \(kind) and status >= \(status) and status <= \(status)
        and (kind, status, entry) < (\(kind), \(status), \(before))
      """
  }

  private static func order(_ filter: CreditCaseFilter) -> SQL {
    lead(filter) == nil ? "entry desc" : "kind desc, status desc, entry desc"
  }

  /// One kind in one status, where nothing finds fewer.
  private static func lead(_ filter: CreditCaseFilter) -> (kind: String, status: String)? {
    guard filter.subject == nil, filter.isOverdue != true, filter.kinds.count == 1, filter.statuses.count == 1 else {
      return nil
    }
    return (filter.kinds[0].rawValue, filter.statuses[0].rawValue)
  }

  private func read(_ statement: SQL, on connection: PostgresConnection) async throws -> [CreditCase] {
    try await connection.query(statement, as: Columns.self).map { row in
      guard let kind = CreditCaseKind(rawValue: row.3), let status = CreditCaseStatus(rawValue: row.4) else {
        throw StoredValueError(table: "credit_case", id: row.0.lowercased)
      }
      return CreditCase(
        id: row.0, entry: row.1, number: row.2, kind: kind, subject: row.5, region: row.6, status: status,
        instance: row.7, filedAt: row.8, sequence: row.9, version: row.10,
        file: try CreditCaseFile(json: try JSON(parsing: Array(row.11.utf8), limits: .storedCase), path: "file"),
        updatedAt: row.12)
    }
  }
}

extension JSONLimits {
  /// For what this service wrote itself.
  fileprivate static let storedCase = JSONLimits(maximumBytes: 16 << 20)
}
