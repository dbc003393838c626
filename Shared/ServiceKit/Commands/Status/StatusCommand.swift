import ArgumentParser
import Contracts
import Postgres

/// `status`: the service at a glance.
public struct StatusCommand<Definition: HostedService>: ServiceSubcommand {
  public static var name: String { "status" }
  public static var abstract: String {
    "The service at a glance: version, schema, rules, readers, lag, outbox, timers, dead letters, pauses."
  }

  @OptionGroup var answer: AnswerOptions

  public init() {}

  public func perform(_ context: CommandContext) async throws {
    let foundation = try HostFoundation<Definition>(context)
    let status = try await ServiceStatus.read(foundation)
    await foundation.pool.shutdown()
    answer.show(StatusAnswer.json(status), text: StatusAnswer.text(status))
  }
}
