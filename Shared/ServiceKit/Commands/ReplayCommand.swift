import ArgumentParser
import Contracts
import Messaging
import Postgres

/// `replay`: copies a range of a topic to a side topic, for one subscriber that missed it.
public struct ReplayCommand<Definition: HostedService>: ServiceSubcommand {
  public static var name: String { "replay" }
  public static var abstract: String {
    "Copies records of a topic to a side topic for one subscriber; touches no other."
  }

  @Option(help: "The topic to copy from, by its full name.")
  var from: String

  @Option(help: "The side topic, by its full name; it must exist.")
  var to: String

  @Option(help: "Only records since this instant (RFC 3339).")
  var since: String?

  @Option(help: "Only records before this instant (RFC 3339).")
  var until: String?

  @Option(help: "Only records of this key.")
  var key: String?

  @OptionGroup var trial: TrialOptions
  @OptionGroup var answer: AnswerOptions

  public init() {}

  public func perform(_ context: CommandContext) async throws {
    let foundation = try HostFoundation<Definition>(context)
    let first = try CommandInstant.read(since, "--since")
    let end = try CommandInstant.read(until, "--until")
    let complaints = foundation.configuration.broker.complaintTopics
    try ReplayBounds(prefix: foundation.prefix, complaints: complaints ?? ComplaintTopics(prefix: foundation.prefix))
      .check(from: from, to: to)
    let copied: Int
    let isQuiet = answer.json
    do {
      copied = try await TopicReplay(settings: foundation.producerKafka, logger: context.logger).copy(
        from: from, to: to, since: first, until: end, key: key, isTrial: trial.dryRun
      ) { if !isQuiet { print("copied \($0)") } }
    } catch let error as TopicReplayError {
      throw Self.failure(error)
    }
    answer.show(
      ["records": .integer(copied), "copied": .bool(!trial.dryRun)],
      text: trial.dryRun ? "\(copied) records would be copied" : "done: \(copied) records")
  }

  private static func failure(_ error: TopicReplayError) -> CommandFailure {
    switch error {
    case .missing:
      CommandFailure(.data, error.description, remedy: "Make it first, with as many partitions as its reader wants.")
    case .stalled:
      CommandFailure(.temporary, error.description, remedy: "Look at the broker, then run it again.")
    }
  }
}
