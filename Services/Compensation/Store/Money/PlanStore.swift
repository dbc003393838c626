import Contracts
import FoundationEssentials
import Postgres

/// Yearly plans, each version inserted once and never changed.
enum PlanStore {
  private struct Tasks: JSONConvertible {
    let tasks: [PlanTask]
    init(_ tasks: [PlanTask]) { self.tasks = tasks }
    init(fields: JSONFields) throws(ContractViolation) {
      tasks = try fields.objects("tasks", maximum: PlanForm.largest)
    }
    var json: JSON {
      var object = JSONObject()
      object.set("tasks", tasks)
      return .object(object)
    }
  }

  static func insert(_ plan: AnnualPlan, on connection: PostgresConnection) async throws {
    try await connection.execute(
      """
      insert into annual_plan (region, year, version, tasks, at, actor)
      values (\(plan.region), \(Int32(clamping: plan.year)), \(Int32(clamping: plan.version)),
        \(PostgresJSON(Tasks(plan.tasks).json.bytes)), \(plan.at), \(plan.by))
      """)
  }

  /// The newest version of a plan.
  static func find(_ region: String, year: Int, on connection: PostgresConnection) async throws -> AnnualPlan? {
    let rows = try await connection.query(
      """
      select version::bigint, tasks::text, at, actor from annual_plan
      where region = \(region) and year = \(Int32(clamping: year)) order by version desc limit 1
      """, as: (Int, String, Date, String).self)
    return try rows.first.map { row in
      let tasks = try Tasks(json: try JSON(parsing: Array(row.1.utf8), limits: .storedFile), path: "tasks").tasks
      return AnnualPlan(region: region, year: year, version: row.0, tasks: tasks, at: row.2, by: row.3)
    }
  }

  /// Makes two who issue the same plan take turns.
  static func hold(_ region: String, year: Int, on connection: PostgresConnection) async throws {
    _ = try await connection.query(
      """
      select count(pg_advisory_xact_lock(hashtextextended(
        concat_ws(' ', current_schema(), 'annual-plan', \(region), \(Int64(year))), 0)))
      """, as: Int.self)
  }
}
