public import ArgumentParser
import Messaging

/// `dead-letters list|show|redrive|discard`: messages that were not taken in.
public struct DeadLettersCommand<Definition: HostedService>: AsyncParsableCommand {
  public static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "dead-letters", abstract: "Messages that were refused or held: look, try again, give up.",
      subcommands: [
        DeadLettersListCommand<Definition>.self, DeadLettersShowCommand<Definition>.self,
        DeadLettersRedriveCommand<Definition>.self, DeadLettersDiscardCommand<Definition>.self,
      ])
  }

  public init() {}
}

extension HostFoundation {
  /// The dead letters with everything a redrive needs.
  func deadLetters() async throws -> DeadLetters {
    let (service, work) = try await service()
    return deadLetters(of: service, work)
  }

  /// The dead letters of a service that is put together already.
  func deadLetters(of service: Definition, _ work: UnitOfWorkContext) -> DeadLetters {
    DeadLetters(pool: pool, context: work, subscriptions: service.subscriptions, opener: opener, signal: signal)
  }
}
