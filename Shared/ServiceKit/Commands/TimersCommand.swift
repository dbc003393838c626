public import ArgumentParser
import Contracts
import Messaging
import Postgres

/// `timers list|counts|retry`: what will happen at which instant, and what failed to.
public struct TimersCommand<Definition: HostedService>: AsyncParsableCommand {
  public static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "timers", abstract: "What will happen at which instant, and what failed to.",
      subcommands: [
        TimersCountsCommand<Definition>.self, TimersListCommand<Definition>.self, TimersRetryCommand<Definition>.self,
      ])
  }

  public init() {}
}

struct TimersCountsCommand<Definition: HostedService>: ServiceSubcommand {
  static var name: String { "counts" }
  static var abstract: String { "How many wait, are due and fail, by kind." }

  @OptionGroup var answer: AnswerOptions

  func perform(_ context: CommandContext) async throws {
    let foundation = try HostFoundation<Definition>(context)
    let queue = TimerQueue(runner: foundation.runner(foundation.workContext(shards: try await foundation.shards())))
    var listing = Listing("kind", "waiting", "due", "failing", "next")
    for count in try await queue.counts() {
      listing.add(
        .string(count.kind), .integer(count.waiting), .integer(count.due), .integer(count.failing),
        CommandInstant.json(count.next))
    }
    await foundation.pool.shutdown()
    answer.show(listing)
  }
}

struct TimersListCommand<Definition: HostedService>: ServiceSubcommand {
  static var name: String { "list" }
  static var abstract: String { "Lists timers, those due first." }

  @Option(help: "Only this kind.")
  var kind: String?

  @Option(help: "Only of this subject, such as a case's id.")
  var subject: String?

  @Flag(help: "Only those whose effect has failed.")
  var failing = false

  @Option(help: "How many at most.")
  var limit = 50

  @OptionGroup var answer: AnswerOptions

  func perform(_ context: CommandContext) async throws {
    let foundation = try HostFoundation<Definition>(context)
    let queue = TimerQueue(runner: foundation.runner(foundation.workContext(shards: try await foundation.shards())))
    var listing = Listing("id", "kind", "subject", "due", "attempts", "retryAt", "failure")
    for timer in try await queue.list(kind: kind, subject: subject, failingOnly: failing, limit: max(1, limit)) {
      listing.add(
        .string(timer.id.lowercased), .string(timer.kind), .string(timer.subject), CommandInstant.json(timer.due),
        .integer(timer.attempts), CommandInstant.json(timer.retryAt), .text(timer.failure))
    }
    await foundation.pool.shutdown()
    answer.show(listing)
  }
}

struct TimersRetryCommand<Definition: HostedService>: ServiceSubcommand {
  static var name: String { "retry" }
  static var abstract: String { "Lets those that failed be tried at once instead of after their pause; audited." }

  @Option(help: "Only this kind.")
  var kind: String?

  @OptionGroup var decision: DecisionOptions
  @OptionGroup var trial: TrialOptions
  @OptionGroup var answer: AnswerOptions

  func perform(_ context: CommandContext) async throws {
    let foundation = try HostFoundation<Definition>(context)
    let queue = TimerQueue(runner: foundation.runner(foundation.workContext(shards: try await foundation.shards())))
    let count =
      trial.dryRun
      ? try await queue.list(kind: kind, failingOnly: true, limit: 100_000).count { $0.retryAt != nil }
      : try await queue.retry(kind: kind, by: decision.actor, reason: decision.reason)
    await foundation.pool.shutdown()
    answer.show(
      ["timers": .integer(count)], text: "\(count) timers \(trial.dryRun ? "would be" : "are") tried at once")
  }
}
