import FoundationEssentials
import Postgres

/// How endpoints are served.
enum EndpointProfileStore {
  static func find(_ id: UUID, on connection: PostgresConnection) async throws -> EndpointProfile? {
    let rows = try await connection.query(
      """
      select ordered, concurrency, per_minute, allowed_per_minute, verified_at, failing_since, failing_attempts,
        openings, rest_until, warned_at, version, is_binary
      from endpoint where id = \(id)
      """, as: (Bool, Int16, Int32?, Int32?, Date?, Date?, Int, Int, Date?, Date?, Int64, Bool).self)
    return rows.first.map { row in
      EndpointProfile(
        settings: EndpointSettings(
          order: row.0 ? .subject : .none, mode: row.11 ? .binary : .structured, concurrency: Int(row.1),
          perMinute: row.2.map { Int($0) }),
        verifiedAt: row.4, allowedPerMinute: row.3.map { Int($0) },
        health: EndpointHealth(
          failingSince: row.5, failures: row.6, openings: row.7, restUntil: row.8, warnedAt: row.9),
        version: row.10)
    }
  }
}
