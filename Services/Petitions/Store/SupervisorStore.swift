import FoundationEssentials
import Postgres

/// The register of supervisors (环保监督员).
enum SupervisorStore {
  /// A supervisor without who they are.
  struct Row: Sendable {
    let number: String
    let region: String
    let registeredAt: Date
    let endedAt: Date?
  }

  /// Which of these numbers stand in the register.
  static func active(_ numbers: Set<String>, on connection: PostgresConnection) async throws -> Set<String> {
    Set(
      try await connection.query(
        "select number from supervisor where number = any(\(Array(numbers))) and ended_at is null", as: String.self))
  }

  /// - Returns: false when the number is taken.
  static func insert(
    number: String, region: String, identity: [UInt8], by actor: String, at now: Date,
    on connection: PostgresConnection
  ) async throws -> Bool {
    try await connection.execute(
      """
      insert into supervisor (number, region, identity, registered_by, registered_at)
      values (\(number), \(region), \(identity), \(actor), \(now)) on conflict do nothing
      """) > 0
  }

  static func find(_ number: String, on connection: PostgresConnection) async throws -> Row? {
    try await rows("where number = \(number) for update", on: connection).first
  }

  /// Takes a supervisor off the register.
  static func end(_ number: String, at now: Date, on connection: PostgresConnection) async throws {
    try await connection.execute("update supervisor set ended_at = \(now) where number = \(number)")
  }

  /// Supervisors of these regions after a number, in the order of their numbers.
  static func list(
    regions: [String], after: String, limit: Int, on connection: PostgresConnection
  ) async throws -> [Row] {
    try await rows(
      "where region like any(\(regions)) and number > \(after) order by number limit \(limit)", on: connection)
  }

  private static func rows(_ condition: SQL, on connection: PostgresConnection) async throws -> [Row] {
    try await connection.query(
      "select number, region, registered_at, ended_at from supervisor \(condition)",
      as: (String, String, Date, Date?).self
    ).map { Row(number: $0.0, region: $0.1, registeredAt: $0.2, endedAt: $0.3) }
  }
}
