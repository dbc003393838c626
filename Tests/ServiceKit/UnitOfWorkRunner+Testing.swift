import Contracts
import Messaging
import Postgres
import Sealing

extension UnitOfWorkRunner {
  /// On a schema of a test, without anything else of a service.
  static func testing(_ pool: PostgresPool) throws -> UnitOfWorkRunner {
    UnitOfWorkRunner(
      pool: pool,
      context: UnitOfWorkContext(
        source: .petitions, shards: OutboxShards(count: 2),
        sealer: try Sealer(recipients: [SealingPrivateKey.generate(id: "test").recipient()]), clock: SystemClock()),
      signal: RelaySignal())
  }
}
