internal import Logging

/// The table of what has been applied, and the lock that lets one migrator at a time work.
struct MigrationLedger {
  private let connection: PostgresConnection
  private let schema: String

  /// - Throws: `configuration` when the search path names no schema.
  static func open(_ configuration: PostgresConfiguration, logger: Logger) async throws(PostgresError) -> Self {
    guard let schema = configuration.searchPath?.first else {
      throw PostgresError(.configuration, "migrations need a searchPath, whose first schema they build")
    }
    return Self(connection: try await PostgresConnection.connect(configuration, logger: logger), schema: schema)
  }

  func close() async { await connection.close() }

  /// Takes the session's advisory lock. Asks again and again instead of queueing: a queued session holds a snapshot,
  /// which CREATE INDEX CONCURRENTLY of the migrator at work would wait for, and both for ever.
  func lock(within patience: Duration) async throws(PostgresError) {
    let deadline = ContinuousClock.now + patience
    let key = "ecoredress.migrate:\(schema)"
    while true {
      let isLocked = try await connection.query(
        "select pg_try_advisory_lock(hashtextextended(\(key), 0))", as: Bool.self)
      if isLocked == [true] { return }
      guard ContinuousClock.now < deadline else {
        throw PostgresError(.migration, "another migrator has held the lock for \(patience)")
      }
      do { try await Task.sleep(for: .milliseconds(50)) } catch {
        throw PostgresError(.cancelled, "the task was cancelled while waiting for another migrator")
      }
    }
  }

  func create() async throws(PostgresError) {
    // Asked first: a role may own its schema without being allowed to create one.
    if try await connection.query("select to_regnamespace(quote_ident(\(schema))) is null", as: Bool.self) == [true] {
      try await connection.execute("create schema \(identifier: schema)")
    }
    try await connection.execute(
      """
      create table if not exists \(identifier: schema).schema_migration (
        component text not null,
        number integer not null check (number > 0),
        name text not null,
        checksum text not null,
        applied_at timestamptz not null default now(),
        primary key (component, number)
      )
      """)
  }

  /// Empty when there is no such table yet.
  func applied() async throws(PostgresError) -> [MigrationPlan.Applied] {
    let exists = try await connection.query(
      """
      select exists (select from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = \(schema) and c.relname = 'schema_migration')
      """, as: Bool.self)
    guard exists == [true] else { return [] }
    return try await connection.query(
      """
      select component, number, name, checksum from \(identifier: schema).schema_migration
      order by component, number
      """, as: (String, Int, String, String).self
    ).map { MigrationPlan.Applied(component: $0.0, number: $0.1, name: $0.2, checksum: $0.3) }
  }

  func checksums(of migrations: [Migration]) async throws(PostgresError) -> [String] {
    try await connection.query(
      """
      select encode(sha256(content), 'hex') from unnest(\(migrations.map { Array($0.text.utf8) })) with ordinality
        as text(content, place) order by place
      """, as: String.self)
  }

  /// Runs the step and notes it, in one transaction.
  func apply(_ migration: Migration) async throws(PostgresError) {
    do throws(PostgresError) {
      try await connection.execute("begin")
      try await connection.script(migration.text)
      guard await connection.isInTransaction else {
        throw PostgresError(.migration, "it ended its own transaction; a migration may not commit or roll back")
      }
      try await connection.execute(
        """
        insert into \(identifier: schema).schema_migration (component, number, name, checksum)
        values (\(migration.component), \(migration.number), \(migration.name),
          encode(sha256(\(Array(migration.text.utf8))), 'hex'))
        """)
      try await connection.execute("commit")
    } catch {
      var named = error
      named.message = "migration \(migration): \(error.message)"
      await connection.rollback()
      throw named
    }
  }
}
