import Civics
import Contracts
import FoundationEssentials
import Postgres
import ServiceKit

/// The rows of policies.
enum PolicyStore {
  private typealias Columns = (UUID, Int64, Int64, String, Date)
  private static let columns: SQL = "id, entry, version, form::text, updated_at"

  /// - Returns: the policy as it is kept; nil when its number is kept already.
  static func insert(_ policy: InsurancePolicy, on connection: PostgresConnection) async throws -> InsurancePolicy? {
    let form = policy.form
    return try await read(
      """
      insert into insurance_policy (id, number, region, holder, from_day, through_day, version, form, updated_at)
      values (\(policy.id), \(form.number), \(form.region), \(form.holder as String?), \(form.from.description)::date,
        \(form.through.description)::date, \(policy.version), \(PostgresJSON(form.json.bytes)), \(policy.updatedAt))
      on conflict do nothing returning \(columns)
      """, on: connection
    ).first
  }

  /// - Throws: a unique violation when the new number is another's.
  static func save(_ policy: InsurancePolicy, on connection: PostgresConnection) async throws {
    let form = policy.form
    try await connection.execute(
      """
      update insurance_policy set number = \(form.number), region = \(form.region), holder = \(form.holder as String?),
        from_day = \(form.from.description)::date, through_day = \(form.through.description)::date,
        version = \(policy.version), form = \(PostgresJSON(form.json.bytes)), updated_at = \(policy.updatedAt)
      where id = \(policy.id)
      """)
  }

  static func find(
    _ id: UUID, locked: Bool = false, on connection: PostgresConnection
  ) async throws -> InsurancePolicy? {
    let lock: SQL = locked ? "for update" : ""
    return try await read("select \(columns) from insurance_policy where id = \(id) \(lock)", on: connection).first
  }

  /// What is left of a policy's limit beside its claims: open ones count in full, paid ones with what was paid.
  static func leftFen(of policy: InsurancePolicy, on connection: PostgresConnection) async throws -> Int64 {
    let used = try await connection.query(
      """
      select least(coalesce(sum(case when status in ('filed', 'due') then claimed_fen else paid_fen end), 0),
        \(Int64.max)::numeric)::bigint
      from insurance_claim where policy_id = \(policy.id)
      """, as: Int64.self)
    return max(0, policy.form.limitFen - (used.first ?? 0))
  }

  /// A page of policies, the newest first.
  /// - Parameters:
  ///   - holder: the enterprise insured.
  ///   - day: on which they must be in force.
  static func list(
    regions: [String], holder: String?, day: CivilDate?, before: Int64?, limit: Int, on connection: PostgresConnection
  ) async throws -> [InsurancePolicy] {
    var condition: SQL = "\(RegionCondition.sql(regions)) and entry < \(before ?? .max)"
    if let holder { condition = "\(condition) and holder = \(holder)" }
    if let day {
      condition = "\(condition) and from_day <= \(day.description)::date and through_day >= \(day.description)::date"
    }
    return try await read(
      "select \(columns) from insurance_policy where \(condition) order by entry desc limit \(limit)", on: connection)
  }

  /// The policies of some enterprises that have not ended before a day, the earliest first.
  static func policies(
    ofHolders holders: [String], from day: CivilDate, on connection: PostgresConnection
  ) async throws -> [InsurancePolicy] {
    try await read(
      """
      select \(columns) from insurance_policy
      where holder = any(\(holders)) and through_day >= \(day.description)::date
      order by from_day, entry limit 10000
      """, on: connection)
  }

  private static func read(_ statement: SQL, on connection: PostgresConnection) async throws -> [InsurancePolicy] {
    try await connection.query(statement, as: Columns.self).map { row in
      let form = try PolicyForm(json: try JSON(parsing: Array(row.3.utf8), limits: .storedFile), path: "form")
      return InsurancePolicy(id: row.0, entry: row.1, form: form, version: row.2, updatedAt: row.4)
    }
  }
}
