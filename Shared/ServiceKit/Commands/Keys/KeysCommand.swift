public import ArgumentParser
import Contracts
import Logging
import Messaging
import Postgres
import Sealing

/// `keys make|status|rotate`: under which keys this service's secrets are sealed.
public struct KeysCommand<Definition: HostedService>: AsyncParsableCommand {
  public static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "keys", abstract: "Under which keys secrets are sealed, and sealing them anew under new ones.",
      subcommands: [
        KeysMakeCommand<Definition>.self, KeysStatusCommand<Definition>.self, KeysRotateCommand<Definition>.self,
      ])
  }

  public init() {}
}

extension HostFoundation {
  /// Looks at every sealed value, or seals anew what is sealed for another than the present key. Under the owner role: the
  /// service itself may not rewrite what it sealed.
  func reseal(
    isTrial: Bool, by actor: String, reason: String, progress: @Sendable (Int) async throws -> Void
  ) async throws -> [(column: any SealedColumn, outcome: Resealing.Outcome)] {
    let (service, work) = try await service()
    let owner = try OwnerPool<Definition>(configuration, logger: logger)
    let runner = UnitOfWorkRunner(pool: owner.pool, context: work, signal: signal)
    var outcomes: [(column: any SealedColumn, outcome: Resealing.Outcome)] = []
    for column in service.sealedColumns + [DeadLetterRecords(recipient: deadLetterKey)] {
      let resealing = Resealing(column: column, opener: opener, runner: runner)
      let outcome = try await resealing.run(isTrial: isTrial, by: actor, reason: reason, progress: progress)
      outcomes.append((column, outcome))
    }
    await owner.pool.shutdown()
    await pool.shutdown()
    return outcomes
  }
}
