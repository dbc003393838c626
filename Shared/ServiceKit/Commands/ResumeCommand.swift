import ArgumentParser
import Contracts
import Messaging
import Postgres

/// `resume TOPIC`: lets go on what `pause` held back.
public struct ResumeCommand<Definition: HostedService>: ServiceSubcommand {
  public static var name: String { "resume" }
  public static var abstract: String { "Lets a paused topic, partition or key go on; audited." }

  @OptionGroup var what: PauseOptions
  @OptionGroup var decision: DecisionOptions
  @OptionGroup var trial: TrialOptions
  @OptionGroup var answer: AnswerOptions

  public init() {}

  public func perform(_ context: CommandContext) async throws {
    let foundation = try HostFoundation<Definition>(context)
    let (service, work) = try await foundation.service()
    let scope = try what.scope(among: service.subscriptions)
    let pauses = Pauses(runner: foundation.runner(work))
    let isPaused =
      trial.dryRun
      ? try await pauses.list().contains { $0.topic == what.topic && $0.scope == scope }
      : try await pauses.resume(scope, of: what.topic, by: decision.actor, reason: decision.reason)
    await foundation.pool.shutdown()
    guard isPaused else {
      throw CommandFailure(.negative, "not paused: \(what.words)", remedy: "`status` shows what is.")
    }
    var text = trial.dryRun ? "would go on: \(what.words)" : "goes on: \(what.words)"
    if case .key(let key) = scope {
      text += "\nWhat was kept of it: `dead-letters redrive --topic \(what.topic) --key '\(key)'`"
    }
    answer.show(["resumed": .bool(!trial.dryRun)], text: text)
  }
}
