import FoundationEssentials
import Messaging
import Postgres

extension ServiceStatus {
  /// Reads all of it; what asks the broker is left out when it does not answer.
  static func read<Definition: HostedService>(_ foundation: HostFoundation<Definition>) async throws -> ServiceStatus {
    let (service, work) = try await foundation.service()
    let runner = foundation.runner(work)
    let pool = foundation.pool
    let migrator = try MigrationStep<Definition>(foundation.configuration, logger: foundation.logger)
      .migrator(as: foundation.database)
    let broker = foundation.broker(foundation.relaySettings(shards: work.shards.count))
    let rules = try await pool.withConnection { try await RuleStore(connection: $0).active() }
    return ServiceStatus(
      service: Definition.name, version: foundation.configuration.deployment.version,
      pendingMigrations: try await migrator.pending().map { "\($0)" },
      profile: foundation.configuration.rules.profile, rules: rules.map(\.name),
      inbound: try await .read(service.subscriptions.map(\.topic), pool: pool, broker: broker),
      backlog: try await BacklogReader(pool: pool, consumer: nil).read(now: runner.now),
      timers: try await TimerQueue(runner: runner).counts(),
      deadLetters: try await foundation.deadLetters(of: service, work).counts(),
      pauses: try await Pauses(runner: runner).list())
  }
}
