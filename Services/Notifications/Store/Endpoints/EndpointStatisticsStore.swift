import Contracts
import FoundationEssentials
import Postgres

/// How deliveries go, in all and by the hour.
enum EndpointStatisticsStore {
  /// The sums since the beginning, without what is pending.
  static func sums(
    _ ids: [UUID], on connection: PostgresConnection
  ) async throws -> [UUID: EndpointStatistics] {
    let rows = try await connection.query(
      """
      select id, delivered, failed, exhausted, failing_since, last_attempt_at, last_success_at, last_status, last_failure,
        case when wake_at is not null then greatest(wake_at, rest_until) end, failing_attempts
      from endpoint where id = any(\(ids))
      """, as: (UUID, Int64, Int64, Int64, Date?, Date?, Date?, Int32?, String?, Date?, Int).self)
    return Dictionary(
      rows.map { row in
        (
          row.0,
          EndpointStatistics(
            delivered: row.1, failed: row.2, exhausted: row.3, failingSince: row.4, lastAttemptAt: row.5,
            lastSuccessAt: row.6, lastStatus: row.7, lastFailure: row.8, nextAttemptAt: row.9, failuresInARow: row.10)
        )
      }, uniquingKeysWith: { first, _ in first })
  }

  /// The hours of an endpoint since an instant, oldest first.
  static func hours(_ id: UUID, since: Date, on connection: PostgresConnection) async throws -> [EndpointHour] {
    let rows = try await connection.query(
      """
      select hour, delivered, failed, exhausted, times from endpoint_hour
      where endpoint_id = \(id) and hour >= date_trunc('hour', \(since)::timestamptz) order by hour limit 2200
      """, as: (Date, Int64, Int64, Int64, [Int64]).self)
    return try rows.map { row in
      guard let times = ResponseTimes(row.4) else { throw StoredValueError(table: "endpoint_hour", id: id.lowercased) }
      return EndpointHour(hour: row.0, delivered: row.1, failed: row.2, exhausted: row.3, times: times)
    }
  }

  /// Adds to the present hour of each endpoint; their rows are locked.
  static func add(_ tallies: [(endpoint: UUID, hour: EndpointHour)]) -> SQL {
    """
    insert into endpoint_hour as h (endpoint_id, hour, delivered, failed, exhausted, times)
    select n.id, date_trunc('hour', clock_timestamp()), n.delivered, n.failed, n.exhausted,
      string_to_array(n.times, ',')::bigint[]
    from unnest(\(tallies.map(\.endpoint)), \(tallies.map(\.hour.delivered)), \(tallies.map(\.hour.failed)),
      \(tallies.map(\.hour.exhausted)), \(tallies.map { $0.hour.times.counts.map(String.init).joined(separator: ",") }))
      as n(id, delivered, failed, exhausted, times)
    on conflict (endpoint_id, hour) do update set
      delivered = h.delivered + excluded.delivered, failed = h.failed + excluded.failed,
      exhausted = h.exhausted + excluded.exhausted,
      times = (select array_agg(a + b order by place)
        from unnest(h.times, excluded.times) with ordinality as t(a, b, place))
    """
  }
}
