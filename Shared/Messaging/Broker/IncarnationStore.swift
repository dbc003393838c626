internal import Postgres

/// The broker's incarnation as this schema knows it.
struct IncarnationStore {
  let connection: PostgresConnection

  func incarnation() async throws -> (present: String?, pending: String?) {
    let rows = try await connection.query(
      "select name, value from messaging_setting where name in ('broker.incarnation', 'broker.incarnation.pending')",
      as: (String, String).self)
    return (
      present: rows.first { $0.0 == "broker.incarnation" }?.1,
      pending: rows.first { $0.0 == "broker.incarnation.pending" }?.1
    )
  }

  func announce(_ incarnation: String) async throws {
    _ = try await connection.execute(
      """
      insert into messaging_setting (name, value) values ('broker.incarnation.pending', \(incarnation))
      on conflict (name) do update set value = excluded.value
      """)
  }

  func accept(_ incarnation: String) async throws {
    _ = try await connection.execute(
      """
      insert into messaging_setting (name, value) values ('broker.incarnation', \(incarnation))
      on conflict (name) do update set value = excluded.value
      """)
  }

  /// After the broker lost its data: consumers begin anew, every shard publishes what is retained, and the state
  /// topics are due to be filled from the tables.
  func startOver(shards: Int) async throws {
    _ = try await connection.pipeline([
      "delete from consumer_position",
      "delete from consumer_note",
      "delete from outbox_published",
      "delete from outbox_already_published",
      "select outbox_start_over(shard::smallint) from generate_series(0, \(shards - 1)) as shard",
      """
      insert into messaging_setting (name, value) values ('state.refill', '')
      on conflict (name) do update set value = excluded.value
      """,
    ])
  }
}
