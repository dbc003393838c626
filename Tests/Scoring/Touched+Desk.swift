import Postgres
import Support

extension Touched {
  private static let large = [
    "fact", "fact_line", "rating", "subject_register", "case_record", "leniency_assessment", "leniency_decision",
    "pledge_use", "credit_case",
  ]

  /// In a transaction of its own, with the plan that the pool's sessions keep in the long run: one for all values.
  static func by(_ desk: Desk, _ body: (PostgresConnection) async throws -> Void) async throws -> Touched {
    try await desk.pool.withTransaction { connection in
      try await connection.execute("set local plan_cache_mode = force_generic_plan")
      return try await within(connection) { try await body(connection) }
    }
  }

  /// In the transaction under way.
  static func within(_ connection: PostgresConnection, _ body: () async throws -> Void) async throws -> Touched {
    try await within(connection, tables: large, body)
  }
}
