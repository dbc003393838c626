import Postgres
import Support

extension Touched {
  private static let large = [
    "compensation_case", "penalty_record", "payment", "case_step", "account_entry", "suspense_item", "insurance_claim",
    "damage_assessment", "insurance_policy", "fact_correction", "crime_record", "figure_count", "result_count",
    "restoration_result",
  ]

  /// In a transaction of its own, with the plan that the pool's sessions keep in the long run: one for all values.
  static func by(_ desk: Desk, _ body: (PostgresConnection) async throws -> Void) async throws -> Touched {
    try await desk.undone { connection in
      try await connection.execute("set local plan_cache_mode = force_generic_plan")
      return try await within(connection) { try await body(connection) }
    }
  }

  /// In the transaction under way.
  static func within(_ connection: PostgresConnection, _ body: () async throws -> Void) async throws -> Touched {
    try await within(connection, tables: large, body)
  }
}
