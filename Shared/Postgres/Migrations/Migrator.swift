public import Logging

/// Brings a schema up to date: forward only, each step once, whoever else is trying at the same time.
///
/// The schema is the first of the configuration's `searchPath`, created when missing. What has been applied stands in
/// its table `schema_migration`, with the SHA-256 of each text.
public struct Migrator: Sendable {
  private let configuration: PostgresConfiguration
  private let migrations: [Migration]
  private let lockPatience: Duration
  private let logger: Logger

  /// - Parameters:
  ///   - configuration: of the role that owns the schema; no statement timeout is applied.
  ///   - migrations: in the order they are to be applied, each component counting from 1.
  ///   - serviceRole: the role the service runs as; migrations read it for their grants by
  ///     `current_setting('ecoredress.service_role')`.
  ///   - lockPatience: how long to wait for another migrator to finish.
  public init(
    configuration: PostgresConfiguration, migrations: [Migration], serviceRole: String,
    lockPatience: Duration = .seconds(300), logger: Logger
  ) {
    var configuration = configuration
    // Steps may take long; a lock they have to wait for must not make everybody else queue behind them, so
    // `lockTimeout` stays. The session is idle while it waits for its turn.
    configuration.statementTimeout = .zero
    configuration.idleSessionTimeout = .zero
    configuration.callTimeout = .seconds(3600)
    configuration.sessionSettings["ecoredress.service_role"] = serviceRole
    self.configuration = configuration
    self.migrations = migrations
    self.lockPatience = lockPatience
    self.logger = logger
  }

  /// Applies what is missing and gives it. Of several migrators one works at a time; the others find its work done.
  /// - Throws: `migration` when program and database do not fit together, a step's own error as `server` with the
  ///   step's name; steps before it stay applied, it leaves no trace.
  @discardableResult
  public func migrate() async throws(PostgresError) -> [Migration] {
    let ledger = try await MigrationLedger.open(configuration, logger: logger)
    do throws(PostgresError) {
      try await ledger.lock(within: lockPatience)
      try await ledger.create()
      let checksums = try await ledger.checksums(of: migrations)
      let plan = try await MigrationPlan(migrations: migrations, checksums: checksums, applied: ledger.applied())
      if let newer = plan.unknown.first {
        throw PostgresError(
          .migration,
          "the database has migration \(newer.component) \(newer.number) (\(newer.name)), which this program does not"
            + " know: a newer program was here, use that one")
      }
      for migration in plan.pending {
        logger.info("applying migration", metadata: ["migration": "\(migration)"])
        try await ledger.apply(migration)
      }
      await ledger.close()
      return plan.pending
    } catch {
      await ledger.close()
      throw error
    }
  }

  /// The steps the database lacks; changes nothing. Steps of a newer program are no fault here: while services are
  /// being replaced, old ones go on beside the new schema.
  public func pending() async throws(PostgresError) -> [Migration] {
    let ledger = try await MigrationLedger.open(configuration, logger: logger)
    do throws(PostgresError) {
      let checksums = try await ledger.checksums(of: migrations)
      let plan = try await MigrationPlan(migrations: migrations, checksums: checksums, applied: ledger.applied())
      await ledger.close()
      return plan.pending
    } catch {
      await ledger.close()
      throw error
    }
  }
}
