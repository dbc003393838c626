import Contracts
import FoundationEssentials
import Postgres
import ServiceKit

/// The rows of claims.
enum ClaimStore {
  private typealias Columns = (UUID, Int64, String, UUID, UUID, String, String, Int64, String, Date)
  private static let columns: SQL = """
    id, entry, number, case_id, policy_id, region, status, paid_fen, file::text, updated_at
    """

  /// - Returns: whether it is kept; false when the case has another that is open.
  static func insert(_ claim: InsuranceClaim, on connection: PostgresConnection) async throws -> Bool {
    let inserted = try await connection.query(
      """
      insert into insurance_claim (id, number, case_id, policy_id, region, status, claimed_fen, paid_fen, is_overdue,
        file, updated_at)
      values (\(claim.id), \(claim.number), \(claim.caseId), \(claim.policyId), \(claim.region),
        \(claim.status.rawValue), \(claim.file.claimedFen), \(claim.paidFen), \(claim.isOverdue),
        \(PostgresJSON(claim.file.json.bytes)), \(claim.updatedAt))
      on conflict (case_id) where status in ('filed', 'due') do nothing returning id
      """, as: UUID.self)
    return !inserted.isEmpty
  }

  static func save(_ claims: [InsuranceClaim], on connection: PostgresConnection) async throws {
    guard !claims.isEmpty else { return }
    try await connection.execute(
      """
      update insurance_claim c set status = n.status, paid_fen = n.paid_fen, is_overdue = n.is_overdue, file = n.file,
        updated_at = n.updated_at
      from unnest(\(claims.map(\.id)), \(claims.map(\.status.rawValue)), \(claims.map(\.paidFen)),
        \(claims.map(\.isOverdue)), \(claims.map { PostgresJSON($0.file.json.bytes) }), \(claims.map(\.updatedAt)))
        as n(id, status, paid_fen, is_overdue, file, updated_at)
      where c.id = n.id
      """)
  }

  /// Claims, locked in the order of their ids; their cases must be locked before.
  static func lock(_ ids: [UUID], on connection: PostgresConnection) async throws -> [InsuranceClaim] {
    guard !ids.isEmpty else { return [] }
    return try await read(
      "select \(columns) from insurance_claim where id = any(\(ids)) order by id for update", on: connection)
  }

  /// The cases that claims are for.
  static func cases(of ids: [UUID], on connection: PostgresConnection) async throws -> [UUID] {
    try await connection.query("select distinct case_id from insurance_claim where id = any(\(ids))", as: UUID.self)
  }

  static func find(_ id: UUID, on connection: PostgresConnection) async throws -> InsuranceClaim? {
    try await read("select \(columns) from insurance_claim where id = \(id)", on: connection).first
  }

  /// The claims of cases, the oldest first, locked where somebody is to change them.
  static func list(
    ofCases ids: [UUID], locked: Bool = false, on connection: PostgresConnection
  ) async throws -> [InsuranceClaim] {
    guard !ids.isEmpty else { return [] }
    let lock: SQL = locked ? "for update" : ""
    return try await read(
      "select \(columns) from insurance_claim where case_id = any(\(ids)) order by entry \(lock)", on: connection)
  }

  /// A page of claims, the newest first.
  static func list(
    regions: [String], statuses: [ClaimStatus], isOverdue: Bool?, before: Int64?, limit: Int,
    on connection: PostgresConnection
  ) async throws -> [InsuranceClaim] {
    var condition: SQL = "\(RegionCondition.sql(regions)) and entry < \(before ?? .max)"
    if !statuses.isEmpty { condition = "\(condition) and status = any(\(statuses.map(\.rawValue)))" }
    if isOverdue == true { condition = "\(condition) and is_overdue" }
    if isOverdue == false { condition = "\(condition) and not is_overdue" }
    return try await read(
      "select \(columns) from insurance_claim where \(condition) order by entry desc limit \(limit)", on: connection)
  }

  private static func read(_ statement: SQL, on connection: PostgresConnection) async throws -> [InsuranceClaim] {
    try await connection.query(statement, as: Columns.self).map { row in
      guard let status = ClaimStatus(rawValue: row.6) else {
        throw StoredValueError(table: "insurance_claim", id: row.0.lowercased)
      }
      let file = try ClaimFile(json: try JSON(parsing: Array(row.8.utf8), limits: .storedFile), path: "file")
      return InsuranceClaim(
        id: row.0, entry: row.1, number: row.2, caseId: row.3, policyId: row.4, region: row.5, status: status,
        paidFen: row.7, file: file, updatedAt: row.9)
    }
  }
}
