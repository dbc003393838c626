import ArgumentParser
import Contracts
import Messaging
import Postgres

/// `pause TOPIC`: holds back what comes in by a topic, one of its partitions, or one key of it.
public struct PauseCommand<Definition: HostedService>: ServiceSubcommand {
  public static var name: String { "pause" }
  public static var abstract: String {
    "Holds back a topic or partition, which waits on the broker, or one key, whose messages are kept; audited."
  }

  @OptionGroup var what: PauseOptions
  @OptionGroup var decision: DecisionOptions
  @OptionGroup var trial: TrialOptions
  @OptionGroup var answer: AnswerOptions

  public init() {}

  public func perform(_ context: CommandContext) async throws {
    let foundation = try HostFoundation<Definition>(context)
    let (service, work) = try await foundation.service()
    let scope = try what.scope(among: service.subscriptions)
    var isNew = true
    if !trial.dryRun {
      isNew = try await Pauses(runner: foundation.runner(work)).pause(
        scope, of: what.topic, by: decision.actor, reason: decision.reason)
    }
    await foundation.pool.shutdown()
    let text =
      trial.dryRun
      ? "would be paused: \(what.words)"
      : isNew ? "paused: \(what.words); replicas follow within two seconds" : "was paused before: \(what.words)"
    answer.show(["paused": .bool(isNew && !trial.dryRun)], text: text)
  }
}
